// Whole comparisons of stories in German, French, Spanish and Portuguese, written for this test: a wire
// item, and what was made of it by moving, editing and paraphrasing.

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "storydiff/compare.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

struct TargetSentence {
  std::string text;
  std::vector<std::size_t> sources;  ///< the sentences that it was made of; none: it is new
};

struct Pair {
  std::string name;
  std::string language;
  std::vector<std::string> source;
  std::vector<TargetSentence> target;
};

const std::vector<Pair>& pairs() {
  static const std::vector<Pair> all = {
      {"fire",
       "de",
       {"Bei einem Großbrand in einer Möbelfabrik in Detmold sind in der Nacht zum Donnerstag elf Menschen verletzt "
        "worden.",
        "Drei von ihnen schweben nach Angaben der Polizei in Lebensgefahr.",
        "Das Feuer war gegen 2.30 Uhr in einer Lackiererei ausgebrochen und hatte rasch auf zwei Lagerhallen "
        "übergegriffen.",
        "Rund 140 Feuerwehrleute waren bis zum Morgen im Einsatz.",
        "„So eine Rauchsäule habe ich in dreißig Dienstjahren nicht gesehen“, sagte Einsatzleiter Dr. Uwe Hartmann.",
        "Den Schaden schätzt der Betreiber auf 4,8 Mio. Euro.",
        "Die Bundesstraße 239 blieb bis zum Mittag in beiden Richtungen gesperrt.",
        "Die Staatsanwaltschaft prüft, ob eine defekte Trocknungsanlage den Brand ausgelöst hat."},
       {{"Nach dem Feuer in einer Detmolder Möbelfabrik ermittelt die Staatsanwaltschaft.", {}},
        {"Sie prüft, ob der Brand von einer defekten Trocknungsanlage ausgelöst wurde.", {7}},
        {"Elf Menschen waren bei dem Großbrand in der Nacht zum Donnerstag verletzt worden.", {0}},
        {"Drei von ihnen schweben laut Polizei weiter in Lebensgefahr.", {1}},
        {"„So eine Rauchsäule habe ich in dreißig Dienstjahren nicht gesehen“, sagte Einsatzleiter Uwe Hartmann.", {4}},
        {"Etwa 140 Feuerwehrleute waren bis in den Morgen im Einsatz.", {3}},
        {"Der Betreiber schätzt den Schaden auf 4,8 Millionen Euro.", {5}},
        {"Anwohner berichteten, sie hätten ihre Fenster zwei Tage lang nicht öffnen dürfen.", {}}}},
      {"merger",
       "de",
       {"Der Maschinenbauer Kessler übernimmt den österreichischen Konkurrenten Alpentech für 312 Millionen Euro.",
        "Das teilten beide Unternehmen am Montag in Ulm und Linz mit.",
        "Die Kartellbehörden müssen dem Geschäft noch zustimmen.",
        "Kessler beschäftigt weltweit vierzehntausend Menschen und setzte im vergangenen Jahr 2,9 Milliarden Euro um.",
        "Alpentech baut Pumpen für Kraftwerke und kam zuletzt auf einen Umsatz von 410 Millionen Euro.",
        "Vorstandschef Jürgen Mueller kündigte an, alle Standorte in Österreich zu erhalten.",
        "Die Gewerkschaft zeigte sich skeptisch und verlangte eine schriftliche Zusage.",
        "An der Frankfurter Börse legte die Aktie von Kessler um 3,2 Prozent zu."},
       {{"Kesslers Aktie legte an der Frankfurter Börse 3,2 % zu.", {7}},
        {"Zuvor hatte der Konzern angekündigt, den österreichischen Konkurrenten Alpentech für 312 Mio. Euro zu "
         "übernehmen.",
         {0}},
        {"Dem Geschäft müssen die Kartellbehörden noch zustimmen.", {2}},
        {"Alle Standorte in Österreich sollen erhalten bleiben, kündigte Vorstandschef Jürgen Müller an.", {5}},
        {"Die skeptische Gewerkschaft verlangt dafür eine schriftliche Zusage.", {6}},
        {"Kessler hat weltweit 14.000 Beschäftigte und machte im vergangenen Jahr einen Umsatz von 2,9 Mrd. Euro.",
         {3}},
        {"Experten hatten seit Monaten mit einer Welle von Zusammenschlüssen in der Branche gerechnet.", {}}}},
      {"strike",
       "fr",
       {"La grève des conducteurs de tramway, entamée le 22 février 2014 à Grenoble, a été suspendue mercredi soir.",
        "Les syndicats ont obtenu une prime de 450 euros et la création de trente postes.",
        "« Nous restons vigilants, rien n'est encore signé », a déclaré Mme Hélène Roussel, déléguée de la CGT.",
        "Quelque 14 000 voyageurs empruntent chaque jour les cinq lignes du réseau.",
        "La direction affirme que le conflit lui a coûté 1,2 million d'euros.",
        "Le maire, M. Éric Vidal, avait proposé la semaine dernière la nomination d'un médiateur.",
        "Les premières rames circuleront jeudi à partir de 5 h 30.",
        "Une assemblée générale est prévue lundi pour se prononcer sur la fin définitive du mouvement."},
       {{"Les premières rames rouleront de nouveau jeudi dès 5 h 30.", {6}},
        {"Commencée le 22/02/2014, la grève des conducteurs de tramway a été suspendue mercredi soir.", {0}},
        {"« Nous restons vigilants, rien n'est encore signé », a prévenu Hélène Roussel, de la CGT.", {2}},
        {"Les syndicats ont arraché la création de 30 postes et une prime de 450 €.", {1}},
        {"Selon la direction, le conflit a coûté 1,2 million d'euros.", {4}},
        {"Près de 14.000 voyageurs empruntent quotidiennement les cinq lignes du réseau.", {3}},
        {"Il faudra du temps pour que la confiance revienne entre les deux parties.", {}},
        {"Lundi, une assemblée générale doit se prononcer sur la fin définitive du mouvement.", {7}}}},
      {"trial",
       "fr",
       {"L'ancien directeur de la clinique des Tilleuls a été condamné vendredi à quatre ans de prison, dont deux avec "
        "sursis.",
        "Le tribunal de Rouen l'a reconnu coupable d'avoir détourné quatre-vingt-dix mille euros entre 2016 et 2019.",
        "Bernard Lacombe, 61 ans, devra aussi rembourser l'intégralité de la somme à l'établissement.",
        "Il a utilisé l'argent pour rénover une maison de campagne dans l'Eure.",
        "Son avocate, Me Claire Dubois, a annoncé qu'il ferait appel de la décision.",
        "À l'audience, le prévenu n'avait pas contesté les virements mais invoqué des primes non versées.",
        "La procureure avait requis cinq ans d'emprisonnement.",
        "Une quarantaine de salariés assistaient à la lecture du jugement."},
       {{"L'avocate de Bernard Lacombe, Me Claire Dubois, a annoncé un appel de la décision.", {4}},
        {"L'ex-directeur de la clinique des Tilleuls a été condamné vendredi à quatre ans de prison, dont deux avec "
         "sursis.",
         {0}},
        {"La procureure avait requis cinq ans.", {6}},
        {"Le tribunal de Rouen l'a jugé coupable d'avoir détourné 90 000 euros entre 2016 et 2019.", {1}},
        {"L'argent a servi à rénover une maison de campagne dans l'Eure.", {3}},
        {"Le prévenu n'avait pas contesté les virements à l'audience, invoquant des primes non versées.", {5}},
        {"Les finances de l'hôpital public voisin ne sont pas meilleures.", {}},
        {"L'homme de 61 ans devra rembourser l'intégralité de la somme à l'établissement.", {2}}}},
      {"flood",
       "es",
       {"Las lluvias torrenciales dejaron al menos treinta y cinco muertos en el norte de Honduras, informó el viernes "
        "Protección Civil.",
        "Más de 12.000 personas fueron evacuadas de las riberas del río Ulúa.",
        "El presidente declaró el estado de emergencia en cuatro departamentos.",
        "«Lo perdimos todo en una noche», relató doña Marta Zelaya, vecina de El Progreso.",
        "El aeropuerto de San Pedro Sula permanece cerrado desde el 22 de noviembre de 2020.",
        "Los daños en los cultivos de banano superan los 4,8 millones de dólares, según el Sr. Mejía, de la patronal "
        "agrícola.",
        "Brigadas de EE. UU. y de México participan en las tareas de rescate.",
        "Los meteorólogos prevén que las precipitaciones cesen el domingo."},
       {{"«Lo perdimos todo en una noche», cuenta Marta Zelaya, una vecina de El Progreso.", {3}},
        {"Al menos 35 personas murieron por las lluvias torrenciales en el norte de Honduras, según Protección Civil.",
         {0}},
        {"El estado de emergencia fue declarado en cuatro departamentos por el presidente.", {2}},
        {"Unas doce mil personas fueron evacuadas de las riberas del Ulúa.", {1}},
        {"Desde el 22/11/2020 permanece cerrado el aeropuerto de San Pedro Sula.", {4}},
        {"La patronal agrícola calcula que los daños en los cultivos de banano superan los 4.800.000 dólares.", {5}},
        {"Nadie explica por qué los diques prometidos hace dos décadas no existen.", {}},
        {"Se prevé que las precipitaciones cesen el domingo, dijeron los meteorólogos.", {7}}}},
      {"final",
       "es",
       {"El Atlético Rosales se proclamó campeón de la Copa tras vencer por 3-1 al Deportivo Luján en la final "
        "disputada el sábado.",
        "Iván Cárdenas marcó dos goles en apenas cuatro minutos de la primera parte.",
        "El Deportivo recortó distancias con un penalti lanzado por Nicolás Prieto.",
        "A falta de diez minutos, el portero visitante fue expulsado por una entrada a destiempo.",
        "Cerca de 41.500 espectadores llenaron el estadio Municipal.",
        "«Este título es para la gente que nunca dejó de creer», afirmó el entrenador Raúl Ibarra.",
        "El club no levantaba un trofeo desde 1987.",
        "El Rosales jugará la próxima temporada la competición continental."},
       {{"«Este título es para la gente que nunca dejó de creer», dijo Raúl Ibarra, entrenador del Atlético Rosales.",
         {5}},
        {"Su equipo ganó la Copa al vencer por 3-1 al Deportivo Luján en la final del sábado.", {0}},
        {"Desde 1987 el club no levantaba un trofeo.", {6}},
        {"En apenas cuatro minutos de la primera parte, Iván Cárdenas marcó dos goles.", {1}},
        {"El portero visitante fue expulsado a falta de diez minutos por una entrada a destiempo.", {3}},
        {"La fiesta en las calles del barrio duró hasta el amanecer.", {}},
        {"Unos 41.500 espectadores llenaron el Municipal.", {4}}}},
      {"dam",
       "pt",
       {"O rompimento de uma barragem em Serra Nova, em Minas Gerais, deixou pelo menos dezesseis mortos na manhã de "
        "quinta-feira.",
        "Outras 42 pessoas continuam desaparecidas, segundo o Corpo de Bombeiros.",
        "A mineradora Vale Azul afirmou que a estrutura havia passado por inspeção em 22 de fevereiro de 2019.",
        "A lama percorreu oito quilômetros e atingiu o rio das Pedras.",
        "O governador decretou três dias de luto e sobrevoou a região com o Dr. Paulo Reis, da Defesa Civil.",
        "A Justiça bloqueou R$ 4,8 bilhões da empresa para garantir as indenizações.",
        "“Ouvimos um estrondo e corremos para o alto”, contou a professora Lúcia Antunes.",
        "As aulas na rede municipal foram suspensas até segunda-feira."},
       {{"“Ouvimos um estrondo e corremos para o alto”, disse a professora Lúcia Antunes.", {6}},
        {"Ao menos 16 pessoas morreram com o rompimento de uma barragem em Serra Nova, em Minas Gerais.", {0}},
        {"Continuam desaparecidas outras 42 pessoas, de acordo com os bombeiros.", {1}},
        {"A lama atingiu o rio das Pedras depois de percorrer 8 quilómetros.", {3}},
        {"Para garantir as indenizações, a Justiça bloqueou 4.800.000.000 de reais da empresa.", {5}},
        {"Em 22/02/2019 a estrutura havia passado por inspeção, afirmou a mineradora Vale Azul.", {2}},
        {"É a terceira tragédia do gênero no estado em dez anos, e ninguém foi preso.", {}},
        {"Até segunda-feira estão suspensas as aulas na rede municipal.", {7}}}},
      {"budget",
       "pt",
       {"O parlamento aprovou na terça-feira o Orçamento do Estado com os votos favoráveis da maioria e a abstenção "
        "dos "
        "Verdes.",
        "O documento prevê um défice de 0,7 por cento do produto interno bruto.",
        "As pensões mais baixas vão subir dez euros por mês a partir de agosto.",
        "O ministro das Finanças, António Sequeira, garantiu que não haverá aumento de impostos.",
        "A oposição acusou o executivo de esconder cativações de mil e duzentos milhões de euros.",
        "O investimento público em ferrovia cresce 14,5% em relação ao ano anterior.",
        "Os sindicatos da função pública marcaram uma greve para o dia 3 de dezembro.",
        "O diploma segue agora para o Presidente da República."},
       {{"A greve da função pública foi marcada pelos sindicatos para 3 de dezembro.", {6}},
        {"Na terça-feira, o Orçamento do Estado foi aprovado no parlamento com os votos da maioria e a abstenção dos "
         "Verdes.",
         {0}},
        {"Não haverá aumento de impostos, garantiu o ministro das Finanças, Antônio Sequeira.", {3}},
        {"O défice previsto é de 0,7% do produto interno bruto.", {1}},
        {"O executivo foi acusado pela oposição de esconder cativações de 1.200 milhões de euros.", {4}},
        {"A partir de agosto, as pensões mais baixas sobem 10 euros por mês.", {2}},
        {"Em Bruxelas, os comissários esperam para ver.", {}},
        {"Segue agora para o Presidente da República o diploma.", {7}}}},
  };
  return all;
}

std::string joined(const std::vector<std::string>& sentences) {
  std::string text;
  for (std::size_t i = 0; i < sentences.size(); ++i) text += sentences[i] + (i % 2 == 1 ? "\n\n" : " ");
  return text;
}

std::string link(std::size_t target, std::size_t source) {
  return std::to_string(target) + " <- " + std::to_string(source);
}

std::set<std::string> links_of(const Report& report) {
  std::set<std::string> links;
  for (const ReportAlignment& alignment : report.alignments)
    for (const std::uint32_t target : alignment.target_sentences)
      for (const std::uint32_t source : alignment.source_sentences) links.insert(link(target, source));
  return links;
}

}  // namespace

TEST_CASE("stories of other languages are linked") {
  for (const Pair& pair : pairs()) {
    std::vector<std::string> target_sentences;
    std::set<std::string> wanted;
    for (const TargetSentence& sentence : pair.target) {
      for (const std::size_t source : sentence.sources) wanted.insert(link(target_sentences.size(), source));
      target_sentences.push_back(sentence.text);
    }
    const Result<Document> source = make_document("source.txt", joined(pair.source), {});
    const Result<Document> target = make_document("target.txt", joined(target_sentences), {});
    REQUIRE(source);
    REQUIRE(target);
    const Document* sources[] = {&*source};
    const Result<Report> report = compare(sources, *target, {}, {});
    REQUIRE(report);

    INFO(pair.language << " " << pair.name);
    CHECK(report->options.language == pair.language);
    CHECK(report->summary.bailouts.empty());
    CHECK(report->sources.front().sentences.size() == pair.source.size());
    CHECK(report->target.sentences.size() == pair.target.size());
    CHECK(links_of(*report) == wanted);
  }
}

// Alignment links such stories now and then by one shared number in eight sentences, in English as well;
// it must not be sure of it.
TEST_CASE("no link between stories that have nothing to do with each other is sure") {
  for (const Pair& one : pairs()) {
    for (const Pair& other : pairs()) {
      if (one.language != other.language || one.name == other.name) continue;
      std::vector<std::string> sentences;
      for (const TargetSentence& sentence : other.target) sentences.push_back(sentence.text);
      const Result<Document> source = make_document("source.txt", joined(one.source), {});
      const Result<Document> target = make_document("target.txt", joined(sentences), {});
      REQUIRE(source);
      REQUIRE(target);
      const Document* sources[] = {&*source};
      const Result<Report> report = compare(sources, *target, {}, {});
      REQUIRE(report);
      INFO(one.name << " " << other.name);
      for (const ReportAlignment& alignment : report->alignments) CHECK(alignment.score < 0.5);
    }
  }
}
