#include "language/detect_language.hpp"

#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "language/detect_tables.hpp"
#include "language/icu_text.hpp"
#include "language/profile_words.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

struct Sample {
  std::string_view tag;
  std::string text;
};

std::string detected(const std::vector<std::string_view>& texts) {
  return std::string(TextLanguages(texts).together().tag);
}
std::string detected(const std::string& text) { return detected(std::vector<std::string_view>{text}); }

// A paragraph or two of news each, written for this test.
const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = {
      {"en",
       "Firefighters spent the night putting out a blaze in a warehouse on the edge of town. Nobody was hurt, but "
       "the owner said that most of what was stored there had been lost. Police are looking into the cause."},
      {"de",
       "In der Nacht zum Mittwoch ist am Rand der Stadt eine Lagerhalle ausgebrannt. Verletzt wurde niemand, doch der "
       "Besitzer sagte, dass fast alles verloren sei. Die Polizei ermittelt wegen des Verdachts auf Brandstiftung."},
      {"fr",
       "Un entrepôt a été détruit par un incendie dans la nuit de mardi à mercredi à l'entrée de la ville. Personne "
       "n'a été blessé, mais le propriétaire affirme que presque tout ce qui s'y trouvait est perdu."},
      {"es",
       "Un incendio destruyó en la noche del martes un almacén a las afueras de la ciudad. No hubo heridos, pero el "
       "dueño aseguró que se perdió casi todo lo que había dentro. La policía investiga las causas."},
      {"pt",
       "Um incêndio destruiu na noite de terça-feira um armazém à entrada da cidade. Ninguém ficou ferido, mas o dono "
       "disse que quase tudo o que lá estava se perdeu. A polícia está a investigar as causas."},
      {"pt",
       "A prefeitura anunciou nesta quinta que vai reabrir as escolas fechadas pela chuva. Segundo a secretária, os "
       "alunos não serão prejudicados e as aulas perdidas vão ser repostas até o fim do ano."},
      {"it",
       "Un incendio ha distrutto nella notte un magazzino alla periferia della città. Non ci sono feriti, ma il "
       "proprietario ha detto che quasi tutto quello che c'era dentro è andato perso."},
      {"nl",
       "Bij een grote brand in een loods aan de rand van de stad is in de nacht van dinsdag op woensdag veel schade "
       "ontstaan. Niemand raakte gewond, maar volgens de eigenaar is bijna alles verloren gegaan."},
      {"sv",
       "En lagerlokal i utkanten av staden förstördes i en brand under natten mot onsdagen. Ingen skadades, men ägaren "
       "säger att nästan allt som fanns där har gått förlorat. Polisen utreder nu vad som orsakade branden."},
      {"da",
       "En lagerbygning i udkanten af byen blev natten til onsdag ødelagt af en brand. Ingen kom noget til, men ejeren "
       "siger, at næsten alt, hvad der var i bygningen, er gået tabt. Politiet undersøger nu årsagen."},
      {"no",
       "En lagerbygning i utkanten av byen ble ødelagt i en brann natt til onsdag. Ingen ble skadet, men eieren sier "
       "at "
       "nesten alt som var lagret der, har gått tapt. Politiet vet ennå ikke hva som er årsaken, og etterforsker "
       "saken."},
      {"fi",
       "Kaupungin laidalla oleva varasto tuhoutui tulipalossa keskiviikon vastaisena yönä. Kukaan ei loukkaantunut, "
       "mutta omistajan mukaan lähes kaikki siellä ollut tavara on menetetty. Poliisi tutkii nyt, mistä palo sai "
       "alkunsa."},
      {"hu",
       "Kiégett egy raktár a város szélén szerdára virradó éjszaka. Senki sem sérült meg, de a tulajdonos szerint "
       "szinte minden elveszett, ami az épületben volt. A rendőrség még nem tudja, hogy mi okozta a tüzet."},
      {"ro",
       "Un depozit de la marginea orașului a ars în noaptea de marți spre miercuri. Nimeni nu a fost rănit, dar "
       "proprietarul spune că aproape tot ce se afla înăuntru a fost pierdut și că nu știe care este cauza."},
      {"tr",
       "Şehrin dışındaki bir depo çarşamba gecesi çıkan yangında kül oldu. Olayda yaralanan olmadı ancak depo sahibi, "
       "içerideki malların neredeyse hepsinin yandığını ve bu zararı kimin karşılayacağını bilmediğini söyledi."},
      {"ca",
       "Un incendi ha destruït aquesta nit un magatzem als afores de la ciutat. No hi ha hagut ferits, però el "
       "propietari ha dit que s'ha perdut gairebé tot el que hi havia a dins i que encara no en sap la causa."},
      {"id",
       "Sebuah gudang di pinggir kota itu terbakar pada Rabu dini hari. Tidak ada korban dalam kejadian tersebut, "
       "tetapi pemiliknya mengatakan bahwa hampir semua barang yang ada di dalam sudah habis terbakar."},
      {"ru",
       "В ночь на среду на окраине города сгорел склад. Никто не пострадал, но владелец сказал, что почти всё, что там "
       "хранилось, уничтожено. Полиция выясняет причины пожара."},
      {"el",
       "Μια αποθήκη στα περίχωρα της πόλης καταστράφηκε από φωτιά τη νύχτα προς την Τετάρτη. Δεν υπήρξαν τραυματίες, "
       "αλλά ο ιδιοκτήτης είπε ότι χάθηκαν σχεδόν τα πάντα."},
      {"ar",
       "اندلع حريق في مستودع على أطراف المدينة ليلة الأربعاء. ولم يصب أحد بأذى لكن المالك قال إن كل ما كان في المستودع "
       "قد احترق وإن الشرطة تحقق في الأسباب."},
      {"hi",
       "शहर के बाहर एक गोदाम में मंगलवार की रात आग लग गई। किसी को चोट नहीं आई है लेकिन मालिक ने कहा कि अंदर रखा लगभग सारा सामान "
       "जल गया और पुलिस अब इस मामले की जाँच कर रही है।"},
      {"eu",
       "Biltegi bat erre da gaur hiriaren kanpoaldean. Ez da inor zauritu, baina jabeak esan du barruan zeuden gauza "
       "guztiak galdu dituela, eta oraindik ez dakiela sua nola piztu zen. Poliziak ikerketa bat hasi du, eta bihar "
       "egingo ditu lehen galderak auzoan bizi diren herritarren artean."},
      {"pl",
       "W nocy z wtorku na środę na obrzeżach miasta spłonął magazyn. Nikt nie został ranny, ale właściciel "
       "powiedział, "
       "że prawie wszystko, co się w nim znajdowało, przepadło. Policja bada przyczyny pożaru."},
      {"cs",
       "V noci na středu na okraji města vyhořel sklad. Nikdo nebyl zraněn, ale majitel řekl, že přišel téměř o vše, "
       "co "
       "v něm bylo. Policie už podle mluvčího zjišťuje, proč požár vznikl."},
      {"uk",
       "У ніч на середу на околиці міста згорів склад. Ніхто не постраждав, але власник сказав, що майже все, що там "
       "зберігалося, знищено. Поліція з'ясовує, чому виникла пожежа."},
  };
  return all;
}

}  // namespace

TEST_CASE("texts of many languages are told apart") {
  for (const auto& [tag, text] : samples()) {
    INFO(text);
    CHECK(detected(text) == tag);
    CHECK(TextLanguages(std::vector<std::string_view>{text}).together().sureness == DetectedLanguage::Sureness::kSure);
  }
}

TEST_CASE("a text is in the language of itself twice over, of all of it in capitals, and of it repeated") {
  for (const auto& [tag, text] : samples()) {
    INFO(text);
    CHECK(detected(text + "\n" + text) == detected(text));
    CHECK(detected({text, text}) == detected(text));
    std::string much;
    while (much.size() < 3 * kDetectBytes) much += text + "\n";
    CHECK(detected(much) == detected(text));
    CHECK(detected(fold_case(text)) == detected(text));
  }
  CHECK(detected("DER BÜRGERMEISTER SAGTE, DASS DIE SCHULE AM MONTAG NICHT ÖFFNET UND DIE KINDER ZU HAUSE BLEIBEN") ==
        "de");
  CHECK(detected("LE MAIRE A DIT QUE LES ECOLES NE SERONT PAS OUVERTES LUNDI ET QUE LES ENFANTS RESTENT CHEZ EUX") ==
        "fr");
  CHECK(detected("THE MAYOR SAID ON SUNDAY THAT ALL OF THE SCHOOLS WILL BE CLOSED") == "en");
}

TEST_CASE("detection is the same for a text and for the text twice, wherever it is cut") {
  for (const auto& [tag, text] : samples()) {
    for (std::size_t size = 1; size < text.size(); size += 7) {
      std::string part = text.substr(0, size);
      // Whole words of whole characters: half a word is another word.
      part.resize(part.find_last_of(' ') == std::string::npos ? 0 : part.find_last_of(' '));
      INFO(part);
      CHECK(detected(part + "\n" + part) == detected(part));
    }
  }
}

TEST_CASE("short texts are in English unless they say otherwise") {
  struct Case {
    std::string text;
    std::string tag;
  };
  const std::vector<Case> cases = {
      {"", "en"},
      {"42", "en"},
      {"Straße gesperrt", "en"},
      {"Paris", "en"},
      {"Nvidia, Apple, Tesla, Microsoft", "en"},
      {"Retailers J.C. Penney Co. Inc. and Walgreen Co. kick things off on Monday.", "en"},
      {"Police say no one was hurt.", "en"},
      {"Der Minister ist nicht mehr im Amt.", "de"},
      {"La ministre n'est plus dans le gouvernement.", "fr"},
      {"El ministro ya no está en el gobierno, según la agencia.", "es"},
      {"O ministro já não está no governo, disse a agência.", "pt"},
      {"Ο υπουργός παραιτήθηκε χθες το βράδυ", "el"},
      {"Üniversitenin araştırmacıları mağarada yaşayan canlıları inceliyor", "tr"},
      {"Recep Tayyip Erdoğan met Ekrem İmamoğlu in Ankara.", "en"},
      {"Bolsa fecha em queda com temor de alta dos juros nos EUA", "pt"},
      {"Los Angeles, San Francisco, San Diego and Las Vegas", "en"},
      {"Der Spiegel reported that El Pais and Le Monde had seen the papers.", "en"},
      {"De minister is niet meer in functie, zegt het kabinet.", "nl"},
  };
  for (const auto& [text, tag] : cases) {
    INFO(text);
    CHECK(detected(text) == tag);
  }
}

TEST_CASE("texts with foreign words, and tables, keep their language") {
  CHECK(detected("The minister told reporters that \"der Zug ist abgefahren\" and left it at that. She said she would "
                 "not stand again, whatever the party of Björn Müller-Lüdenscheidt in Düsseldorf had hoped for.") ==
        "en");
  CHECK(detected("Die Band spielte „The Times They Are A-Changin'“, und das Publikum sang mit. Am Ende waren alle auf "
                 "der Bühne, auch der Bürgermeister, der sich mit einem Lied für die Hilfe nach der Flut bedankte.") ==
        "de");
  std::string table;
  for (int i = 0; i < 40; ++i) table += "Player" + std::string(1, static_cast<char>('a' + i % 26)) + "xq Team 3 2 1\n";
  CHECK(detected(table) == "en");
}

TEST_CASE("the longer text decides for both") {
  const auto text_of = [](std::string_view tag) {
    for (const Sample& sample : samples())
      if (sample.tag == tag) return sample.text;
    return std::string();
  };
  const std::string german = text_of("de");
  CHECK(detected({"Brand in Kassel", german}) == "de");
  CHECK(detected({german, "Brand in Kassel"}) == "de");
  const std::string longer =
      german + " Die Feuerwehr war mit achtzig Leuten da, und der Verkehr auf der Straße stand still.";
  const TextLanguages languages(std::vector<std::string_view>{"Brand in Kassel", german, longer});
  CHECK_FALSE(languages.is_clearly_not(0, "de"));
  CHECK_FALSE(languages.is_clearly_not(1, "de"));
  CHECK_FALSE(languages.is_clearly_not(2, "de"));
  CHECK(languages.is_clearly_not(2, "en"));
}

TEST_CASE("what no table knows is und") {
  CHECK(detected(
            "東京都は水曜日、来年度の予算案を発表した。総額は過去最大となり、子育て支援や防災に重点を置く。知事は会見で"
            "都民の生活を守ると述べた。野党は財源の見通しが甘いと批判している。") == "und");
  CHECK(detected("Eldur kom upp í vöruhúsi í útjaðri bæjarins aðfaranótt miðvikudags. Enginn slasaðist en eigandinn "
                 "segir að næstum allt sem þar var geymt hafi eyðilagst. Lögreglan rannsakar nú upptök eldsins og "
                 "biður þá sem kunna að hafa séð mannaferðir við húsið um að hafa samband við stöðina.") == "und");
}

TEST_CASE("hostile texts have a language too") {
  const std::string many(50'000, 'x');
  std::string quotes;
  for (int i = 0; i < 50'000; ++i) quotes += "“";
  std::string words;
  for (int i = 0; i < 50'000; ++i) words += std::to_string(i) + "q ";
  for (const std::string& text : {many, quotes, words, std::string("\xC3", 1), std::string(100, '\0')}) {
    CHECK_FALSE(detected(text).empty());
  }
}

TEST_CASE("languages without a table have the function words of their profile") {
  CHECK(is_profile_word("della", "it"));
  CHECK(is_profile_word("l'", "it"));
  CHECK(is_profile_word("και", "el"));
  CHECK_FALSE(is_profile_word("magazzino", "it"));
  CHECK_FALSE(is_profile_word("della", "nl"));
  CHECK_FALSE(is_profile_word("della", "xx"));
}

TEST_CASE("what a text is for itself does not depend on those read before it") {
  for (const Sample& first : samples())
    for (const Sample& second : samples()) {
      INFO(first.tag << ' ' << second.tag);
      const TextLanguages both(std::vector<std::string_view>{first.text, second.text});
      const TextLanguages alone(std::vector<std::string_view>{second.text});
      for (const std::string_view tag : {"en", "de", "fr", "und"})
        CHECK(both.is_clearly_not(1, tag) == alone.is_clearly_not(0, tag));
    }
}

TEST_CASE("the profiles stand case-folded, and their words are found") {
  for (std::size_t language = 0; language < kProfiles.size(); ++language) {
    const LanguageProfile& profile = kProfiles[language];
    INFO(profile.tag);
    CHECK(fold_case(profile.words) == profile.words);
    CHECK(fold_case(profile.letters) == profile.letters);
    std::istringstream words{std::string(profile.words)};
    std::set<std::string> distinct;
    for (std::string word; words >> word;) {
      INFO(word);
      CHECK((languages_of_word(word) >> language & 1) == 1);
      distinct.insert(word);
    }
    CHECK(function_words_of(language) == distinct.size());
  }
  CHECK(languages_of_word("") == 0);
  CHECK(languages_of_word("warehouse") == 0);
  CHECK(languages_of_letter(U'€') == 0);
}
