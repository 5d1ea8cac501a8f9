/// \file detect_tables.hpp
/// The data of `detect_language`: for each language its commonest function words and its letters past
/// a to z.
///
/// Languages with a Snowball stemmer first, then those that would else be taken for one of them. Words
/// are articles, pronouns, prepositions, conjunctions and auxiliaries, as the grammars list them; no
/// word of a topic stands here. Composed and case-folded (a final sigma is none then), without apostrophes: "l'on" is
/// "l" and "on".
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace storydiff {

struct LanguageProfile {
  std::string_view tag;      ///< BCP 47 primary subtag
  std::string_view words;    ///< with a space between each two
  std::string_view letters;  ///< lower case; of scripts other than Latin all of them
};

inline constexpr std::string_view kCyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюяё";

inline constexpr auto kProfiles = std::to_array<LanguageProfile>({
    {"en",
     "a about after all also an and any are as at be been before but by can could did do for from had has have he her "
     "him his how i if in into is it its more no not of on or our out over said she so some than that the their them "
     "then there these they this those to under up was we were what when which while who will with would you your",
     ""},
    {"de",
     "aber alle als am an auch auf aus bei beim bis das dass dem den der des die doch durch ein eine einem einen einer "
     "eines er es für gegen haben hat hatte ich ihm ihr im in ist kann kein keine man mehr mit nach nicht noch nun "
     "nur ob oder sein seine sei sich sie sind so über um und unter vom von vor war waren was wegen wenn wer werden "
     "wie wir wird wurde zu zum zur zwischen",
     "äöü"},
    {"fr",
     "à après au aussi aux avait avec avant c ce ces cette ceux d dans de depuis des deux donc dont du elle elles en "
     "entre est et était été être eu fait ils il j je l la le les leur leurs lui mais même n ne notre nous on ont ou "
     "où par pas plus pour qu quand que qui s sa sans se selon ses si son sont sous sur tous tout un une vers vous",
     "àâæçéèêëîïôœùûüÿ"},
    {"es",
     "a al ante antes aunque cada como con contra cual cuando de del desde donde dos durante el ella en entre era es "
     "esa ese eso esta está este esto fue ha había han hasta hay la las le les lo los más me mi muy ni no nos o otra "
     "otro para pero por porque que qué quien se según ser si sido sin sobre son su sus también tiene todo todos tras "
     "un una uno y ya",
     "áéíñóúü"},
    {"pt",
     "a à antes ao aos após as às até com como contra da das de dela dele depois desde do dos duas e é ela ele eles em "
     "entre era essa esse esta está este eu foi foram há isso já lhe mais mas mesmo muito na não nas nem no nos num "
     "numa o onde os ou para pela pelas pelo pelos por porque qual quando que quem são se segundo sem ser seu seus sob "
     "sobre sua suas também tem têm uma um",
     "àáâãçéêíóôõúü"},
    {"it",
     "a ad agli ai al alla alle anche che chi ci come con contro cui da dal dalla dalle degli dei del dell della delle "
     "di dopo dove due e è ed era erano essere fino fra gli ha hanno i il in io l la le lei li lo loro lui ma mentre "
     "nei nel nella nelle non o ogni per perché più poi prima quale quando quella quello questa questo se secondo "
     "senza si sia sono stata stato su sua sui sul sulla suo tra tutti un una uno",
     "àèéìíîòóù"},
    {"nl",
     "aan al als bij dan dat de deze die dit door een en er ge geen had heb hebben heeft het hij hun ik in is je kan "
     "maar meer met na naar niet nog nu of om onder ook op over te tegen toen tot tussen uit van veel volgens voor "
     "waar waren was wat we wel werd werden wie wordt worden zal ze zich zij zijn zo zonder zou",
     "éëïöü"},
    {"sv",
     "alla att av blev bli blir de dem den denna det detta där efter eller en enligt ett från för ha hade han har hon "
     "hur i ingen inom inte jag kan kommer med mellan men mer mot mycket nu när något några och om på sedan sig "
     "sin sina ska skulle som så till under upp ut utan vad var vara varit vi vid vilket är än även över",
     "åäöé"},
    {"da",
     "af alle at blev blive bliver da de dem den denne der deres det dette dog efter eller en end er et for fra få før "
     "gør ham han hans har havde hun hvad hver hvis hvor i ifølge ikke ind jeg kan kom kun man med meget mellem men "
     "mere mod når nogle nu og også om op over på sagde se sig sin siger skal skulle som så til ud uden under var ved "
     "vi vil været",
     "æøåé"},
    {"no",
     "alle at av ble bli blir da de dem den denne der deres det dette du eller en enn er et etter for fordi fra få før "
     "ha hadde ham han har hennes hun hva hvis hvor i ifølge ikke ingen inn jeg kan kom kun man med mellom men mer mot "
     "mye når noe noen nå og også om opp over på seg sier sin skal skulle som så til under ut uten var ved vi vil vært",
     "æøåéòô"},
    {"fi",
     "ei eivät eli en ennen että hän hänen heidän he itse ja jo joka jolla jonka jos jossa jotka kanssa koko kun kuin "
     "kuitenkin me mikä minä mitä muun mukaan mutta myös ne niin niiden noin nyt oli olisi olivat olla ollut on ovat "
     "paljon se sekä sen siitä sitä sillä siis tai tämä tämän tässä vaan vain vielä voi vuoden yli",
     "äöå"},
    {"hu",
     "a az és hogy nem is egy ez azt volt van meg csak már de el ki mint még fel kell lehet ha majd így pedig után "
     "szerint ezt arra azonban akkor amely aki között lesz lett minden vagy mert sem nagyon én ő ők át alatt ami annak "
     "ezek illetve való által valamint",
     "áéíóöőúüű"},
    {"ro",
     "a acest această acestea ai al ale am ar are asta au aceste ca că care ce cea cei cel cele ci cu când cum dar "
     "de decât deja din după ea ei el este eu fi fost foarte fără iar în între îi își la le lor lui mai ne nu numai o "
     "ori pe pentru prin sa sau său se și sunt sub sunt și toate un unei unor unui va vor",
     "ăâîșțşţ"},
    {"tr",
     "ama ancak bir birlikte biz bu bunu bunun çok da daha de değil diye dedi en gibi göre hem her için ile ise kadar "
     "karşı ki kim mi mı nasıl ne neden o olan olarak oldu olduğu olduğunu olması onu onun önce sonra şey şu "
     "tarafından "
     "tüm üzerinde var ve veya ya yeni yok zaman",
     "çğıöşüâîû"},
    {"ca",
     "a al als amb aquest aquesta aquests com contra d dalt de del dels des després dins dos el ella els en entre era "
     "és està estat fins fou ha han havia hi i l la les li llur m mai molt més na ni no només o on per perquè però "
     "pel pels que quan qui s sense ser seu seva si sobre són també té tot tots un una va van y",
     "àçèéíïòóúü"},
    {"eu",
     "eta da bat ez dute zen du ere izan dira bere dela egin hori duen ziren baina beste zuen den bai hau dago zituen "
     "ditu edo egiten arte baino hala bere batean baten bi gero izango dituzte gabe baita nahi bezala berri oso "
     "orain horrek ondoren artean",
     "ñü"},
    {"id",
     "ada adalah akan aku anda antara apa atas atau bagi bahwa banyak beberapa bisa dalam dan dari dengan di dia hanya "
     "harus ia ini itu juga kami karena kata ke kepada kita lebih mereka oleh pada para saat saya sebagai sebuah "
     "secara sedang sejak seperti serta setelah sudah tahun telah tersebut tetapi tidak untuk yang",
     ""},
    {"ga",
     "agus an ag ar as atá bhí go na le i is ina do de don den sé sí siad é í iad ach nach ní níl tá bheith raibh leis "
     "mar ó faoi gur chun roimh idir trí aon seo sin a ba bíonn féin mé tú muid",
     "áéíóú"},
    {"lt",
     "ir yra kad su į iš apie bet tai buvo kaip jis ji jie jos po už nuo per prie ne jau dar tik taip pat kuris kuri "
     "kurie kurios savo bus jo ar ant dėl prieš tarp iki tuo šis ši šio kai nei arba būti mes aš tačiau",
     "ąčęėįšųūž"},
    {"ru",
     "а без бы был была были было быть в вас весь во вот все всех вы где да для до его ее если есть еще же за и из или "
     "им их к как когда которая который которые кто ли мы на над не него нет но о об однако он она они от по под после "
     "при с со так также там то только тот у уже что чтобы эта эти это этого этот я",
     kCyrillic},
    {"sr",
     "а али без би био била били бити више где да две до док је јер јесу ће за и из или има их иако како као када код "
     "која које који кроз ли мада међу на над након не него није нису но о ови овај од он она они пре према при са се "
     "сам само свој смо су та тај тако такође те ти то у уз већ што",
     "абвгдђежзијклљмнњопрстћуфхцчџш"},
    {"el",
     "ο η το οι τα του τησ των τον την στο στη στην στον στα στισ στουσ και να ότι που για με από σε θα δεν είναι ήταν "
     "έχει έχουν μια ένα ένασ μασ τουσ τισ αν αλλά ή όταν πωσ κατά μετά πριν προσ χωρίσ αυτό αυτή αυτόσ όπωσ πολύ "
     "επίσησ μεταξύ ωσ μη",
     "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊϋΐΰ"},
    {"ar",
     "في من على إلى أن إن عن مع هذا هذه ذلك التي الذي الذين كان كانت قد لا ما لم لن هو هي هم كما أو ثم بعد قبل بين "
     "حتى كل غير أي حول خلال منذ عند وقد وفي ومن وأن وكان بأن لكن نحو وقال قال أنه أنها",
     "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"},
    {"hy",
     "եւ է են որ ու ի մեջ համար հետ նաեւ այս այդ այն իր նրա որը որի եւ չէ էր էին մի բայց կամ եթե թե ոչ պետք կա մասին "
     "ըստ մինչեւ հետո կողմից վրա մենք նա նրանք ես",
     "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ"},
    {"hi",
     "के का की में है और से को ने पर यह इस कि एक हैं भी था थी थे नहीं तो ही कर करने किया लिए जो या अपने उन उस हो गया वह "
     "साथ बाद तक कहा गई रहा रहे जा अब लेकिन",
     "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"},
    {"ne",
     "र को मा छ छन् पनि ले लाई हो भएको गरेको यो यस भने थियो गर्न एक छैन तथा बाट साथ नै गरी त्यो हुने भन्ने उनले गर्ने "
     "लागि भएका गरिएको सो उनी हाम्रो तर अनि",
     "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"},
    {"ta",
     "ஒரு மற்றும் இந்த என்று என அந்த அது இது அவர் என்ற வேண்டும் உள்ள தான் போது மேலும் முதல் பின்னர் வரை அவர்கள் இருந்து "
     "ஆனால் கொண்டு செய்து மீது எந்த அல்லது உள்ளது நான் நாம்",
     "அஆஇஈஉஊஎஏஐஒஓஔகஙசஞடணதநனபமயரறலளழவஜஷஸஹ"},
    {"yi",
     "און איז די דער דאָס אין פֿון צו אַ אַז ניט נישט האָט זײַן זענען מיט אויף ער זי מיר איך אָבער וואָס ווי פֿאַר אויך נאָך זיך "
     "האָבן ווערט דעם אַן וועט בײַ אַלע",
     "אבגדהוזחטיכךלמםנןסעפףצץקרשתװױײ"},
    {"pl",
     "a aby ale albo bardzo będzie bez był była było być być czy co dla do dwa gdy gdzie go i ich ile im iż ja jak "
     "jako jednak jego jej jest jeszcze już każdy kiedy kto która które który lub ma może na nad nie nich o od oraz "
     "po pod podczas przed przez przy się są tak także tej ten tego to tylko tym w we wszystkie z za zaś że",
     "ąćęłńóśźż"},
    {"cs",
     "a aby ale ani ano až bez by byl byla bylo být co či dnes do ho i jak jako je jeho její jejich jen ještě již k "
     "kde kdo kdy když která které který li má mezi může na nad ne nebo není než o od po pod podle pro proti protože "
     "před při s se si si so svůj ta tak také tedy ten to už u v ve však z za ze že",
     "áčďéěíňóřšťúůýž"},
    {"sk",
     "a aby ale alebo ani až bez bol bola bolo boli byť by čo do ho i ich im je jeho jej ako aj k kde keď ktorá ktoré "
     "ktorý ktorí lebo len má medzi môže na nad nie než o od po pod podľa pre pred preto pri proti s sa si so sú svoj "
     "tak tiež ten to už u v vo však z za zo že",
     "áäčďéíĺľňóôŕšťúýž"},
    {"sl",
     "a ali bi bil bila bilo biti bo bodo če da do ga in iz ima jih je jo kaj kako ker ki ko kot le lahko med na naj "
     "ne ni niso o ob od pa po pod pred pri proti s sta se še si smo so svoj ta tako te ter tem ti to tudi v več za z "
     "že",
     "čšž"},
    {"hr",
     "a ali bez bi bila bili bilo biti bio će da do dok dva ga gdje i iako ili im ima iz iznad ja jer je jesu jest kad "
     "kako kao koja koje koji kod kroz li među mi na nad nakon ne nego nije nisu no o od on ona oni po pod prema pri "
     "s sa sam samo se smo su svoj ta taj tako također te ti to u uz već više za što",
     "čćđšž"},
    {"uk",
     "а або але без був була були було бути в вже ви від він вона вони все всі для до є же з за зі і із її їх його й "
     "коли котрий крім лише ми між має на над не немає ні о об однак по під після при про саме свої своє та так також "
     "те тим ті то тому у це цей ця ці чи що щоб як яка яке який які",
     "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"},
    {"bg",
     "а ако без бе беше били бъде в във вече все до да е за и из или им има как като към когато който която което "
     "които ли между може му на над най не него но няма о обаче от по под пред през при с са се си след само със също "
     "съм този това тази тези той тя те така то у че ще",
     "абвгдежзийклмнопрстуфхцчшщъьюя"},
    {"et",
     "aga ei ega enne et ja jah ka kas kes kui kuid kus kõik ma me mis mida nad ning nii ole oli olid oleks oma on "
     "pole pärast see seda selle sest siis siin ta tema te tuleb või vaid veel väga üle üks kuni juba nende poolt "
     "saab peab vastu ise",
     "äöõüšž"},
    {"lv",
     "ar arī bet bija būs un uz ir no par kā ka kas lai pie pēc pirms vai vēl jau tas tā tās to tika tiek viņš viņa "
     "savu šis šo šī kad ja ne nav līdz starp tikai kura kuras kuru kurā gan",
     "āčēģīķļņšūž"},
    {"vi",
     "và của là có không được trong cho với một các những này đã để người khi từ ở về như đến tại cũng ra sẽ vào đó "
     "nhưng trên theo sau bị phải còn nhiều năm rằng nếu do mà hơn",
     "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"},
    {"sw",
     "na ya wa kwa ni katika za la kuwa hii cha hiyo baada kama huo yake wake alisema lakini watu ili huyo hao hayo "
     "pia vya hilo wao yeye sasa kabla bila mwa au hivyo",
     ""},
    {"tl",
     "ang ng sa na mga at ay si ni kay para ito nang hindi may isang mula kung siya niya sila nila kanyang ayon din "
     "rin "
     "dahil noong pa lamang ngunit nito",
     "ñ"},
    {"af",
     "die en van het is nie in wat vir met dat hy op te aan ook was om sy as hulle ons na deur sal uit by kan hom nog "
     "maar word haar meer se een gesê tot oor teen toe so omdat voor",
     "êëîïôûé"},
    {"he",
     "של את על לא הוא היא עם כי זה אל גם או אם כל אבל היה היו אני הם יש אין רק עוד בין כדי לפני אחרי אשר זאת מה אך "
     "לאחר יותר עד שלא",
     "אבגדהוזחטיכךלמםנןסעפףצץקרשת"},
    {"fa",
     "در و به از که این را با است برای آن یک خود تا بر هم نیز شد شده کرد او ما اما اگر هر بود می ها های بین پس باید "
     "کرده گفت دیگر",
     "ءآئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"},
    {"ur",
     "کے کی میں ہے اور سے کا کو نے پر یہ اس کہ ایک ہیں بھی تھا تھی تھے نہیں تو ہی کر لیے جو یا اپنے ان وہ ساتھ بعد تک "
     "گیا رہا کہا",
     "ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیے"},
});
static_assert(kProfiles.size() <= 64, "a language is a bit of a 64-bit mask");

}  // namespace storydiff
