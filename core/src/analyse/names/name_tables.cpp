#include "analyse/names/name_tables.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_map>

namespace storydiff {
namespace {

struct WordList {
  std::uint32_t classes;
  std::string_view words;  ///< parted by spaces
};

// Sources: the chapters on titles, names and datelines of agency style books; the countries and peoples
// of the United Nations' list of members. Folded, without periods and accents.
constexpr WordList kLists[] = {
    {kTitle,
     "admiral ambassador analyst archbishop attorney author ayatollah baron baroness bishop brigadier captain cardinal "
     "chair chairman chairperson chairwoman chancellor chief coach colonel commander commandant commissioner "
     "comptroller congressman congresswoman constable convener convenor coroner corporal councillor councilman "
     "councilwoman count countess dame deacon dean deputy detective director doctor duchess duke emir emperor empress "
     "envoy father general goalkeeper governor imam inspector judge justice king lady lieutenant lord madam magistrate "
     "major manager marshal mayor midfielder minister miss mister monsignor mother mullah nurse officer ombudsman "
     "pastor patriarch pope premier president priest prime prince princess principal professor prosecutor queen rabbi "
     "representative reverend secretary senator sergeant sheik sheikh sheriff sir sister sister-in-law skipper "
     "solicitor speaker spokesman spokesperson spokeswoman striker sultan superintendent treasurer trustee tsar vicar "
     "executive chieftain founder co-founder ceo cfo coo midfield barrister lawyer economist historian scientist "
     "researcher farmer teacher activist engineer defender winger gunman pilot novelist actor actress singer rapper "
     "photographer journalist reporter correspondent editor owner boss worker student neighbor neighbour resident "
     "witness fisherman firefighter paramedic surgeon psychologist geologist seismologist forecaster meteorologist "
     "biologist physicist chemist glaciologist trader broker strategist banker investor consultant campaigner "
     "organizer "
     "organiser leader candidate lawmaker legislator suspect defendant victim survivor passenger driver referee umpire "
     "quarterback pitcher batsman bowler fullback goalie golfer cyclist sprinter boxer jockey trainer businessman "
     "businesswoman billionaire dissident harbormaster epidemiologist virologist astronaut undersecretary "
     "councilmember "
     "congressperson"},
    {kTitle | kAbbreviation,
     "adm amb atty brig capt cllr cmdr col cpl det dr fr gen gens gov govs hon insp lt maj messrs mlle mme mr mrs ms "
     "msgr mx pfc prof profs pvt rep reps rev sen sens sgt supt"},
    {kOffice,
     "acting affairs agriculture assistant associate business commerce communications crown culture defence defense "
     "development district economy education emergency energy environment external federal finance financial first "
     "foreign former health home homeland housing industry information interior internal international junior labor "
     "labour lead managing marketing operating opposition parliamentary petroleum permanent police prime press public "
     "regional science secretary security senior shadow social sports state technology trade transport transportation "
     "treasury vice welfare works"},
    {kAbbreviation, "st ste mt ft jr sr co inc corp ltd bros vs no"},
    {kSuffix,
     "ab ag as asa bv co company corp corporation group gmbh holding holdings inc incorporated kg kgaa limited llc llp "
     "lp ltd nv oy oyj plc pte pty sa sab sarl se spa srl jr sr"},
    {kHead | kGoverns,
     "academy administration agency alliance archdiocese army assembly association authority bank board brotherhood "
     "bureau cabinet campaign cathedral center centers centre chamber church circuit club coalition college commission "
     "committee confederation conference congress convention council court courts department diocese directorate "
     "division duchy embassy faculty federation forum foundation front fund guild house institute institution "
     "institutes isle isles kingdom league legion library ministry movement museum network office order organisation "
     "organization party people peoples province provinces register republic school secretariat senate service "
     "services society state states synod syndicate treaty trust union university"},
    {kHead,
     "airlines airport airways alley arena association avenue barracks base basin battalion bay beach boulevard bridge "
     "broadcasting brigade cafe canal canyon cape castle causeway cemetery championship chapel city cliffs coast "
     "constitution corps county cove creek crossing cup dam desert diner district docks energy estate falls farms "
     "fields fjord force forces forest games garden gardens gazette glacier grove guard gulf gymnasium hall harbor "
     "harbour heights herald highway hill hills hospice hospital hotel industries inn island islands junction lake "
     "lakes lane lodge mall market marina meadow mill mills mine monastery motors mountain mountains municipality "
     "news observatory ocean olympics orchestra palace park parliament partners path peninsula petroleum "
     "pharmaceuticals "
     "pier pipeline plateau plaza point port post press prison railroad railway range ranch regiment reserve "
     "reservoir resort restaurant ridge river road roads rugby sea securities shipyard springs square squadron stadium "
     "station stock strait straits street systems tavern technologies temple territory theater theatre times tower "
     "town "
     "township tribune tribunal tunnel valley village volcano water ward warriors wharf woods works yard zoo"},
    {kHead | kGeographic,
     "alley avenue basin bay beach boulevard canyon cape cliffs coast cove creek crossing desert falls fields "
     "fjord forest garden gardens glacier grove gulf harbor harbour heights highway hill hills island islands "
     "isle isles lake lakes lane meadow mountain mountains ocean path peninsula plain plateau plaza point range "
     "ridge river road roads sea springs square strait straits street valley village volcano water woods town "
     "township city county district province provinces region territory"},
    {kParticle,
     "af al am an ap at dem den het op aux av bin bint da dal dalla das de degli del dela della der des di do dos du e "
     "el en i ibn la "
     "las le les lo los mac mc san ten ter und van von vom y za zu zum zur"},
    {kTime,
     "january february march april may june july august september october november december jan feb mar apr jun jul "
     "aug "
     "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs "
     "fri "
     "sat sun"},
    {kNoName,
     "am celsius fahrenheit kelvin bible bst catholicism cd ceo cest cet cfo christianity christmas coo cov covid "
     "covid-19 cst cto ct "
     "democrat democrats dna dvd easter ebitda edt eid est et eve gcse gdp gmt god gop-led gps halloween hiv id "
     "independence internet ip ipo islam ist it judaism koran labourite ltte mba mp mps mpp mep meps msp msps ok "
     "online "
     "passover phd pm pr pst pt quran ramadan republican republicans rip sms sos suv tb thanksgiving tv ufo url utc "
     "vat "
     "vip web xmas yuletide aids conservative conservatives liberal liberals socialist socialists communist communists "
     "nazi nazis i i'm i'd i've i'll oh yes no ok hello dear goodbye mr mrs"},
    {kDemonym,
     "afghan afghans african africans albanian albanians algerian algerians american americans andean angolan "
     "antarctic "
     "arab arabs arabic arctic argentine argentinian argentines armenian armenians asian asians australian australians "
     "austrian austrians azerbaijani azeri bahraini balkan baltic bangladeshi basque bavarian belarusian belarusians "
     "belgian belgians bolivian bosnian brazilian brazilians breton british briton britons buddhist buddhists "
     "bulgarian "
     "burmese californian cambodian cameroonian canadian canadians caribbean catalan catholic catholics chechen "
     "chilean "
     "chinese christian christians colombian colombians congolese corsican cossack croat croatian croats cuban cubans "
     "cypriot czech czechs dane danes danish dutch ecuadorean egyptian egyptians english englishman emirati eritrean "
     "estonian estonians ethiopian ethiopians european europeans filipino filipinos finn finnish finns flemish french "
     "frenchman gambian georgian georgians german germans ghanaian greek greeks guatemalan guinean haitian haitians "
     "hindu hindus hispanic honduran hungarian hungarians icelandic indian indians indonesian indonesians iranian "
     "iranians iraqi iraqis irish islamic islamist islamists israeli israelis italian italians ivorian jamaican "
     "japanese jew jewish jews jordanian kashmiri kazakh kenyan kenyans korean koreans kosovar kurd kurdish kurds "
     "kuwaiti kyrgyz latin latino latinos latvian latvians lebanese liberian libyan libyans lithuanian lithuanians "
     "londoner londoners macedonian malaysian malaysians malian maltese maori mexican mexicans moldovan mongolian "
     "moroccan moroccans mozambican muslim muslims namibian nepalese nepali nicaraguan nigerian nigerians nordic "
     "norwegian norwegians omani orthodox pakistani pakistanis palestinian palestinians panamanian parisian paraguayan "
     "persian peruvian peruvians polish pole poles portuguese protestant protestants qatari roman romanian romanians "
     "russian russians rwandan salvadoran saudi saudis scandinavian scot scots scottish senegalese serb serbian serbs "
     "shia shiite shiites siberian sicilian sikh sikhs singaporean slav slavic slovak slovaks slovene slovenian somali "
     "somalis soviet spaniard spaniards spanish sri-lankan sudanese sunni sunnis swede swedes swedish swiss syrian "
     "syrians taiwanese tajik tanzanian tatar texan thai thais tibetan tibetans tunisian tunisians turk turkish turks "
     "turkmen ugandan ugandans ukrainian ukrainians uruguayan uyghur uyghurs uzbek venezuelan venezuelans vietnamese "
     "welsh western westerners yemeni yemenis zambian zimbabwean yankee anglo-american"},
    {kStarter,
     "across ahead almost alongside altogether amid amidst apparently asked authorities back barring besides beyond "
     "born bosses but call certainly clearly coming consider curiously currently customers despite details directors "
     "doctors drivers earlier early economists eight elsewhere even eventually evidently exactly experts fans fears "
     "figures finally firefighters first five following forecasters former formerly fortunately four furthermore given "
     "growing half hardly help hence here holders hopefully hospitals hundreds hours imagine incidentally indeed "
     "initially inside instead investigators investors ironically judges kids last late later lately lawmakers lawyers "
     "let locals long look maybe meanwhile members men ministers moreover nearby nearly negotiators neighbors "
     "neighbours never nevertheless next nine nobody none nonetheless normally nothing notably nowadays observers "
     "obviously occasionally officers officials often older opposite opponents organizers organisers otherwise outside "
     "overall owners part parents passengers people perhaps please police possibly presumably previously prices "
     "probably profits prosecutors protesters pupils rather recently regardless regulators relatives reporters "
     "rescuers researchers residents rising roughly sadly scientists second seven several shares shareholders shortly "
     "similarly simply six sixty slowly soldiers sometimes somebody somehow soon sources speaking staff starting "
     "students suddenly supporters surely sweeping teachers ten thanks third thousands three throughout thus today "
     "together tomorrow tonight troops two ultimately unable undoubtedly unfortunately unless unlike usually versus "
     "victims villagers visitors voters whatever whenever wherever whichever whoever witnesses women workers worse "
     "yesterday young everybody nor neither both either whose"},
    {kNumbered,
     "apollo article boeing airbus channel chapter company district flight formula gate group highway interstate local "
     "pier platform precinct radio resolution route section station title unit ward zone"},
    {kNoHyphenTail,
     "and area backed based bashing born bound bred built century class controlled domiciled elect era ers esque "
     "facing "
     "free friendly funded haired held hit issued led less like linked listed loving made mad man master minded native "
     "on only oriented owned related ridden run shaped size sized sponsored star style the to trained type wide "
     "winning "
     "wise year"},
    {kSmallWord, "of the and & for s on in"},
    {kCorrection,
     "corrects corrected correcting correction correct misspelled misspelt misidentified misnamed misstated fixes "
     "wrongly incorrectly clarifies spelling erroneously"},
    {kSpeech,
     "said says told added asked argued announced warned wrote declared insisted replied agreed refused denied"},
};

using Table = std::unordered_map<std::string_view, std::uint32_t>;

Table make_table() {
  Table table;
  for (const WordList& list : kLists) {
    std::string_view left = list.words;
    while (!left.empty()) {
      const std::size_t end = std::min(left.find(' '), left.size());
      table[left.substr(0, end)] |= list.classes;
      left.remove_prefix(std::min(end + 1, left.size()));
    }
  }
  return table;
}

struct Pair {
  std::string_view first;
  std::string_view second;
};

// Short forms that are no beginnings of the long ones. Source: the usual English ones.
constexpr Pair kNicknames[] = {
    {"abby", "abigail"},        {"andy", "andrew"},         {"bill", "william"},    {"billy", "william"},
    {"bob", "robert"},          {"bobby", "robert"},        {"charlie", "charles"}, {"chuck", "charles"},
    {"dick", "richard"},        {"dick", "richard"},        {"ed", "edward"},       {"eddie", "edward"},
    {"gerry", "gerald"},        {"harry", "henry"},         {"jack", "john"},       {"jerry", "gerald"},
    {"jim", "james"},           {"jimmy", "james"},         {"joe", "joseph"},      {"joey", "joseph"},
    {"kate", "katherine"},      {"kate", "catherine"},      {"larry", "lawrence"},  {"liz", "elizabeth"},
    {"beth", "elizabeth"},      {"maggie", "margaret"},     {"meg", "margaret"},    {"mick", "michael"},
    {"mike", "michael"},        {"nick", "nicholas"},       {"peggy", "margaret"},  {"rick", "richard"},
    {"steve", "stephen"},       {"steve", "steven"},        {"ted", "edward"},      {"ted", "theodore"},
    {"tom", "thomas"},          {"tony", "anthony"},        {"tony", "antony"},     {"will", "william"},
    {"wladimir", "vladimir"},   {"volodymyr", "vladimir"},  {"dmytro", "dmitry"},   {"dmytro", "dmitri"},
    {"oleksandr", "aleksandr"}, {"oleksandr", "alexander"}, {"oleksiy", "alexei"},  {"oleksiy", "aleksei"},
    {"mykola", "nikolai"},      {"serhiy", "sergei"},       {"serhii", "sergei"},   {"serhiy", "sergey"},
    {"andriy", "andrei"},       {"mykhailo", "mikhail"},    {"pavlo", "pavel"},     {"petro", "pyotr"},
    {"yevhen", "yevgeny"},      {"aleksandr", "alexander"}, {"sasha", "alexander"}, {"volodya", "vladimir"},
    {"pepe", "jose"},           {"paco", "francisco"},
};

// Names that newsrooms exchange for one another, and the states and provinces that they abbreviate. Sources:
// agency style books, United Nations terminology.
constexpr Pair kPlaces[] = {
    {"ala", "alabama"},
    {"ariz", "arizona"},
    {"ark", "arkansas"},
    {"calif", "california"},
    {"colo", "colorado"},
    {"conn", "connecticut"},
    {"del", "delaware"},
    {"fla", "florida"},
    {"ga", "georgia"},
    {"ill", "illinois"},
    {"ind", "indiana"},
    {"kan", "kansas"},
    {"ky", "kentucky"},
    {"la", "louisiana"},
    {"md", "maryland"},
    {"mass", "massachusetts"},
    {"mich", "michigan"},
    {"minn", "minnesota"},
    {"miss", "mississippi"},
    {"mo", "missouri"},
    {"mont", "montana"},
    {"neb", "nebraska"},
    {"nev", "nevada"},
    {"nh", "new hampshire"},
    {"nj", "new jersey"},
    {"nm", "new mexico"},
    {"ny", "new york"},
    {"nc", "north carolina"},
    {"nd", "north dakota"},
    {"okla", "oklahoma"},
    {"ore", "oregon"},
    {"pa", "pennsylvania"},
    {"ri", "rhode island"},
    {"sc", "south carolina"},
    {"sd", "south dakota"},
    {"tenn", "tennessee"},
    {"tex", "texas"},
    {"vt", "vermont"},
    {"va", "virginia"},
    {"wash", "washington"},
    {"wva", "west virginia"},
    {"wis", "wisconsin"},
    {"wyo", "wyoming"},
    {"alta", "alberta"},
    {"bc", "british columbia"},
    {"man", "manitoba"},
    {"nb", "new brunswick"},
    {"nl", "newfoundland labrador"},
    {"ns", "nova scotia"},
    {"ont", "ontario"},
    {"pei", "prince edward island"},
    {"que", "quebec"},
    {"sask", "saskatchewan"},
    {"nsw", "new south wales"},
    {"america", "united states"},
    {"us", "united states"},
    {"usa", "united states"},
    {"uk", "united kingdom"},
    {"britain", "united kingdom"},
    {"great britain", "united kingdom"},
    {"uae", "united arab emirates"},
    {"burma", "myanmar"},
    {"kiev", "kyiv"},
    {"bombay", "mumbai"},
    {"calcutta", "kolkata"},
    {"peking", "beijing"},
    {"swaziland", "eswatini"},
    {"holland", "netherlands"},
    {"turkiye", "turkey"},
    {"czechia", "czech republic"},
    {"ivory coast", "cote d ivoire"},
    {"odessa", "odesa"},
    {"kharkov", "kharkiv"},
    {"lvov", "lviv"},
    {"drc", "democratic republic congo"},
    {"nyc", "new york city"},
    {"dc", "district columbia"},
};

// Where a government sits, and by which news calls it. Source: agency style books.
constexpr Pair kSeats[] = {
    {"moscow", "russia"},
    {"kremlin", "russia"},
    {"kremlin", "moscow"},
    {"washington", "us"},
    {"washington", "united states"},
    {"white house", "washington"},
    {"beijing", "china"},
    {"london", "uk"},
    {"london", "britain"},
    {"paris", "france"},
    {"berlin", "germany"},
    {"rome", "italy"},
    {"madrid", "spain"},
    {"tokyo", "japan"},
    {"kyiv", "ukraine"},
    {"kiev", "ukraine"},
    {"tehran", "iran"},
    {"ankara", "turkey"},
    {"delhi", "india"},
    {"new delhi", "india"},
    {"islamabad", "pakistan"},
    {"seoul", "south korea"},
    {"pyongyang", "north korea"},
    {"jerusalem", "israel"},
    {"cairo", "egypt"},
    {"riyadh", "saudi arabia"},
    {"damascus", "syria"},
    {"baghdad", "iraq"},
    {"kabul", "afghanistan"},
    {"caracas", "venezuela"},
    {"havana", "cuba"},
    {"canberra", "australia"},
    {"ottawa", "canada"},
    {"taipei", "taiwan"},
    {"hanoi", "vietnam"},
    {"brasilia", "brazil"},
    {"warsaw", "poland"},
    {"athens", "greece"},
    {"budapest", "hungary"},
    {"belgrade", "serbia"},
    {"minsk", "belarus"},
    {"baku", "azerbaijan"},
    {"yerevan", "armenia"},
    {"tbilisi", "georgia"},
    {"brussels", "eu"},
    {"brussels", "european union"},
    {"downing street", "london"},
    {"pentagon", "defense department"},
    {"pentagon", "department defense"},
};

}  // namespace

std::uint32_t name_classes(std::string_view folded) {
  static const Table kTable = make_table();
  const auto found = kTable.find(folded);
  return found == kTable.end() ? kNoNameClass : found->second;
}

bool nicknames(std::string_view a, std::string_view b) {
  constexpr std::size_t kShortest = 3;  // "dan" and "daniel"
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() >= kShortest && a.size() + 2 <= b.size() && b.starts_with(a)) return true;
  return std::any_of(std::begin(kNicknames), std::end(kNicknames), [&](const Pair& pair) {
    return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a);
  });
}

std::vector<std::string_view> place_names(std::string_view folded) {
  std::vector<std::string_view> names;
  std::string_view common;
  for (const Pair& pair : kPlaces)
    if (pair.first == folded || pair.second == folded) common = pair.second;
  if (!common.empty()) names.push_back(common);
  for (const Pair& pair : kPlaces)
    if (pair.second == common) names.push_back(pair.first);
  for (const Pair& pair : kSeats) {
    if (pair.first == folded) names.push_back(pair.second);
    if (pair.second == folded) names.push_back(pair.first);
  }
  return names;
}

}  // namespace storydiff
