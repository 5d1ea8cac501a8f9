// The lexicon that the build makes of WordNet, and the rules by which it does so.

#include <filesystem>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "storydiff/language_resources.hpp"
#include "storydiff/vocabulary.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"
#include "wordnet.hpp"

namespace {

using namespace storydiff;

/// A database of seven synsets in WordNet's format.
void write_small_wordnet(const TemporaryFolder& folder) {
  folder.write("data.noun",
               "  1 licence\n"
               "00000010 10 n 01 announcement 0 001 + 00000050 v 0101 | a statement\n"
               "00000020 18 n 01 announcer 0 001 + 00000050 v 0101 | who announces\n"
               "00000030 15 n 02 Paris 0 City_of_Light 0 001 @i 00000020 n 0000 | a city\n"
               "00000040 23 n 02 million 0 billion 0 000 | many\n");
  folder.write("data.verb",
               "00000050 32 v 02 announce 0 declare 0 002 + 00000010 n 0101 + 00000020 n 0101 01 + 08 00 | make known\n"
               "00000060 30 v 03 grow 0 shrink 0 hot_up 0 002 ! 00000060 v 0102 ! 00000060 v 0201 00 | change\n");
  folder.write("data.adj",
               "00000070 00 a 01 fast 0 002 & 00000080 a 0000 ! 00000100 a 0101 | quick\n"
               "00000080 00 s 01 rapid 0 001 & 00000070 a 0000 | fast\n"
               "00000090 00 s 01 hurried(p) 0 001 & 00000070 a 0000 | fast\n"
               "00000100 00 a 01 slow 0 001 ! 00000070 a 0101 | slow\n");
  folder.write("data.adv", "00000110 02 r 01 rapidly 0 001 \\ 00000080 a 0101 | fast\n");
  folder.write("index.noun",
               "announcement n 1 1 + 1 1 00000010\nannouncer n 1 1 + 1 1 00000020\n"
               "billion n 1 0 1 1 00000040\nmillion n 1 0 1 1 00000040\nparis n 1 1 @i 1 1 00000030\n");
  folder.write("index.verb",
               "announce v 1 1 + 1 1 00000050\ndeclare v 1 1 + 1 0 00000050\n"
               "grow v 1 1 ! 1 1 00000060\nhot_up v 1 0 1 0 00000060\nshrink v 1 1 ! 1 1 00000060\n");
  folder.write("index.adj",
               "fast a 1 2 & ! 1 1 00000070\nhurried a 1 1 & 1 1 00000090\nrapid a 1 1 & 1 1 00000080\n"
               "slow a 1 1 ! 1 1 00000100\n");
  folder.write("index.adv", "rapidly r 1 1 \\ 1 1 00000110\n");
  folder.write("verb.exc", "grew grow\nproclomb declare\n");
  folder.write("cntlist.rev", "announce%2:32:00:: 1 30\nannounce%2:32:01:: 2 1\ndeclare%2:32:00:: 1 999\nrapid%3\n");
}

Vocabulary vocabulary_of(const std::filesystem::path& lexicon) {
  const auto loaded = load_lexicon(lexicon);
  REQUIRE(loaded);
  return Vocabulary("en", {*loaded, nullptr});
}

struct Pair {
  std::string a;
  std::string b;
};

}  // namespace

TEST_CASE("the rules that make concepts of WordNet", "[wordnet]") {
  const TemporaryFolder folder;
  write_small_wordnet(folder);
  const auto entries = read_wordnet(folder.path());
  REQUIRE(entries);
  const auto bytes = lexicon_bytes(*entries, "small");
  CHECK(bytes == lexicon_bytes(*read_wordnet(folder.path()), "small"));
  Vocabulary words = vocabulary_of(folder.write("lexicon.bin", bytes));

  CHECK(entries->count("grew") == 0);  // "grow" has nothing left but what its opposite has as well
  for (const char* word : {"million", "billion", "paris", "hot_up"}) {
    INFO(word);
    CHECK(entries->count(word) == 0);
  }
  const auto synonyms = [&](const Pair& pair) { return words.synonyms(words.intern(pair.a), words.intern(pair.b)); };
  for (const Pair& pair : {Pair{"announce", "declare"}, Pair{"announcement", "announced"}, Pair{"rapid", "fast"},
                           Pair{"rapidly", "rapid"}, Pair{"hurried", "fast"}}) {
    INFO(pair.a << ' ' << pair.b);
    CHECK(synonyms(pair));
  }
  for (const Pair& pair : {Pair{"announcer", "announce"}, Pair{"grow", "shrink"}, Pair{"fast", "slow"},
                           Pair{"hurried", "rapid"}, Pair{"million", "billion"}}) {
    INFO(pair.a << ' ' << pair.b);
    CHECK_FALSE(synonyms(pair));
  }
}

TEST_CASE("how common a word is comes from the counts of all its senses", "[wordnet]") {
  const TemporaryFolder folder;
  write_small_wordnet(folder);
  const auto entries = read_wordnet(folder.path());
  REQUIRE(entries);
  Vocabulary words = vocabulary_of(folder.write("lexicon.bin", lexicon_bytes(*entries, "small")));
  const auto commonness = [&](const std::string& word) { return words.commonness(words.intern(word)); };
  CHECK(commonness("announce") == Approx(0.5).margin(0.01));  // 31 times: 32 is half of 1000 in logarithms
  CHECK(commonness("Announced") == commonness("announce"));
  CHECK(commonness("declare") == 1);
  CHECK(commonness("proclomb") == 1);  // by verb.exc
  CHECK(commonness("rapid") == 0);     // its line in cntlist.rev is damaged
  CHECK(commonness("Nyambe") == 0);
  CHECK(commonness("of") == 0);
}

TEST_CASE("a damaged database is refused with the place", "[wordnet]") {
  const TemporaryFolder folder;
  write_small_wordnet(folder);
  for (const std::string line : {"rubbish", "00000010 10 n zz", "00000010 10 n 05 a 0 000 | few words"}) {
    folder.write("data.noun", "  1 licence\n" + line + "\n");
    const auto entries = read_wordnet(folder.path());
    REQUIRE_FALSE(entries);
    CHECK(entries.error().message.find("data.noun:2") != std::string::npos);
  }
  CHECK(read_wordnet(folder.path() / "none").error().code == ErrorCode::kUnreadable);
}

TEST_CASE("everyday words in the lexicon of this build", "[wordnet]") {
  const std::filesystem::path lexicon = STORYDIFF_BINARY_DIR "/share/storydiff/lexicon-en.bin";
  if (!std::filesystem::exists(lexicon)) {
    std::cout << "SKIPPED: there was no WordNet when storydiff was built\n";
    return;
  }
  Vocabulary words = vocabulary_of(lexicon);
  const auto synonyms = [&](const Pair& pair) { return words.synonyms(words.intern(pair.a), words.intern(pair.b)); };
  const std::vector<Pair> alike{{"bought", "purchased"},
                                {"doctors", "physicians"},
                                {"began", "started"},
                                {"announced", "announcement"},
                                {"talks", "negotiations"},
                                {"murdered", "slay"},
                                {"help", "assist"},
                                {"cars", "automobiles"},
                                {"big", "large"},
                                {"huge", "large"},
                                {"fast", "rapid"},
                                {"rapidly", "rapid"},
                                {"attacks", "assault"},
                                {"decided", "decision"},
                                {"agree", "agreement"},
                                {"arrested", "apprehended"},
                                {"finished", "completed"},
                                {"permit", "allow"},
                                {"inquiry", "investigation"},
                                {"destroyed", "destruction"},
                                {"resigned", "resignation"},
                                {"firm", "house"},
                                {"ill", "sick"},
                                {"film", "movie"},
                                {"accord", "agreement"},
                                {"treaty", "pact"},
                                {"injured", "hurt"},
                                {"children", "kids"},
                                {"show", "display"},
                                {"presidential", "president"},
                                {"reply", "answered"},
                                {"demanded", "required"},
                                {"approved", "approval"},
                                {"attempt", "effort"},
                                {"error", "mistake"},
                                {"chose", "selected"},
                                {"warned", "warning"},
                                {"closed", "shut"},
                                {"quake", "earthquake"},
                                {"lawyer", "attorney"}};
  for (const Pair& pair : alike) {
    INFO(pair.a << ' ' << pair.b);
    CHECK(synonyms(pair));
  }
  const std::vector<Pair> apart{{"up", "down"},           {"man", "woman"},
                                {"increase", "decrease"}, {"rise", "fall"},
                                {"like", "be"},           {"buy", "sell"},
                                {"buyer", "buy"},         {"attack", "attacker"},
                                {"win", "lose"},          {"open", "close"},
                                {"north", "south"},       {"first", "last"},
                                {"good", "bad"},          {"old", "new"},
                                {"war", "peace"},         {"Monday", "Tuesday"},
                                {"two", "three"},         {"millions", "billions"},
                                {"hot", "cold"},          {"more", "less"},
                                {"guilty", "innocent"},   {"life", "death"},
                                {"friend", "enemy"},      {"accept", "reject"},
                                {"boy", "girl"},          {"support", "oppose"},
                                {"borrow", "lend"},       {"come", "go"},
                                {"start", "stop"},        {"city", "country"},
                                {"employer", "employee"}, {"victim", "killer"},
                                {"week", "month"},        {"minister", "president"},
                                {"soldier", "officer"},   {"Paris", "London"},
                                {"right", "left"},        {"import", "export"},
                                {"king", "queen"}};
  for (const Pair& pair : apart) {
    INFO(pair.a << ' ' << pair.b);
    CHECK_FALSE(synonyms(pair));
  }
}

TEST_CASE("a typo is what the lexicon does not know as another word", "[wordnet]") {
  const std::filesystem::path lexicon = STORYDIFF_BINARY_DIR "/share/storydiff/lexicon-en.bin";
  if (!std::filesystem::exists(lexicon)) {
    std::cout << "SKIPPED: there was no WordNet when storydiff was built\n";
    return;
  }
  Vocabulary words = vocabulary_of(lexicon);
  const auto rung = [&](const Pair& pair) { return words.rung(words.intern(pair.a), words.intern(pair.b)); };
  for (const Pair& pair : {Pair{"goverment", "government"}, Pair{"recieved", "received"}, Pair{"Comittee", "Committee"},
                           Pair{"neigborhood", "neighbourhood"}, Pair{"Khrushchov", "Khrushchev"},
                           Pair{"Lukashenko", "Lukachenko"}, Pair{"throughuot", "throughout"}}) {
    INFO(pair.a << ' ' << pair.b);
    CHECK(rung(pair) == Equivalence::kSpelling);
    CHECK(rung({pair.b, pair.a}) == Equivalence::kSpelling);
  }
  for (const Pair& pair :
       {Pair{"conserve", "converse"}, Pair{"complement", "compliment"}, Pair{"intention", "invention"},
        Pair{"prescribed", "proscribed"}, Pair{"discreet", "discrete"}, Pair{"adaption", "adoption"},
        Pair{"reversed", "reserved"}, Pair{"Nigerian", "Nigerien"}, Pair{"Australia", "Australian"},
        Pair{"thirteen", "thirten"}, Pair{"receptor", "reception"}, Pair{"whenever", "wherever"},
        Pair{"multibillion", "multimillion"}, Pair{"Flattery", "fluttery"}, Pair{"unlatched", "unpatched"},
        Pair{"Americans", "Americas"}, Pair{"statute", "statue"}, Pair{"A320neo12", "A320neo22"}}) {
    INFO(pair.a << ' ' << pair.b);
    CHECK(rung(pair) > Equivalence::kInflection);
  }
  CHECK(rung({"governments", "government"}) == Equivalence::kInflection);
  Vocabulary alone("en");
  CHECK(alone.rung(alone.intern("goverment"), alone.intern("government")) == Equivalence::kNone);
}
