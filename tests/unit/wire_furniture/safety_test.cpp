// The first rule: never drop a word of the story.
#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "sample.hpp"
#include "support/catch.hpp"

namespace {

using namespace wire_furniture_test;

struct Plain {
  const char* name;
  const char* text;
};

const Plain kPlain[] = {
    {"nothing", ""},
    {"white space", " \n\n \n"},
    {"one line", "River swallows bridge\n"},
    {"an essay with a title",
     "On brooms\n\nA broom is a patient thing. It waits behind the door.\n\nWe should wait so well.\n"},
    {"a fable with capitals and a moral",
     "THE Fox and the Crow met. \"Sing,\" said the Fox.\n\nShe sang, and lost the cheese.\n\n"
     "FLATTERERS LIVE AT THE EXPENSE OF THOSE WHO LISTEN\n"},
    {"verse",
     "The broom is in the corner\nThe cat is on the sill\n\nThe rain is on the window\nAnd all the house is still\n"},
    {"a play", "HAMLET -- To be, or not to be.\n\nOPHELIA -- Good my lord!\n\nHAMLET -- I humbly thank you.\n"},
    {"an interview", "Q: Who are you?\n\nA: Nobody.\n\nQ: Who then?\n\nA: Call me on 555 010 4477.\n\nHe hung up.\n"},
    {"a letter", "March 3, 1942\n\nDear mother,\n\nthe river rose again last night.\n\nYour son\n\nOle\n"},
    {"a list of points", "* One egg\n* Two lemons\n\nBeat them together until your arm hurts.\n\nServe cold.\n"},
    {"a recipe that contributes",
     "Salt contributed.\n\nThe heat contributed to this.\n\nReporting by the cook was poor.\n"},
    {"a quotation of a dateline", "\"MOSCOW (AP) — The snow fell,\" he read aloud.\n\nHe said MOSCOW (AP) — twice.\n"},
    {"a hard-wrapped essay with an address of its own",
     "Anyone who wants to know how brooms are made should have a look at what\n"
     "https://brooms.example/making\nsays about birch twigs, wire and patience, and then try it at home.\n\nI did.\n"},
    {"headings in an essay", "Brooms\n\nIntroduction\n\nA broom waits.\n\nConclusion\n\nIt still waits.\n"},
    {"law", "Copyright law is old.\n\n(c) The third case is a broom.\n\nContact between brooms is rare.\n"},
    {"advice in the last paragraph",
     "The broom was stolen on Friday.\n\nAnyone who saw it should call police on 555 010 4477.\n"},
};

}  // namespace

TEST_CASE("texts without furniture stay as they are") {
  for (const Plain& plain : kPlain) {
    INFO(plain.name);
    CHECK(list_of(drops_of(shipped_rules(), plain.text)).empty());
    CHECK(list_of(drops_of(page_rules(), plain.text)).empty());
  }
}

TEST_CASE("whatever the order of the lines, drops ascend, never overlap and end at character boundaries") {
  std::vector<std::string> lines;
  const auto expected = nlohmann::json::parse(read_file(room() + "/expected.json"));
  for (const auto& [name, drops] : expected.items()) {
    const std::string text = read_file(room() + "/copy/" + name);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t feed = std::min(text.find('\n', at), text.size());
      if (feed > at) lines.push_back(text.substr(at, feed - at));
      at = feed + 1;
    }
  }
  std::mt19937 random(20);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (auto left = 1 + random() % 25; left > 0; --left)
      text += lines[random() % lines.size()] + (random() % 2 == 0 ? "\n" : "\n\n");
    std::size_t at = 0;
    for (const Drop& drop : drops_of(shipped_rules(), text)) {
      INFO(text << "\n" << drop.rule);
      REQUIRE(at <= drop.begin);
      REQUIRE(drop.begin < drop.end);
      REQUIRE(drop.end <= text.size());
      for (const std::size_t edge : {drop.begin, drop.end})
        REQUIRE((edge == text.size() || (static_cast<unsigned char>(text[edge]) & 0xC0U) != 0x80U));
      at = drop.end;
    }
  }
}

TEST_CASE("a dateline below a headline in one wrapped block is found") {
  const std::string text =
      "River swallows bridge\nOSTERBY, March 2 (Reuters) - The river rose by two metres overnight and took\n"
      "away the bridge that the village had painted in spring, officials said.\n\nNobody was hurt.\n";
  CHECK(list_of(drops_of(shipped_rules(), text)) ==
        "headline: River swallows bridge\ndateline-agency: OSTERBY, March 2 (Reuters) -\n");
}

TEST_CASE("datelines are found wherever a shuffle has put them") {
  const std::string story[] = {"Nobody was hurt, and the bridge stayed open to lorries.\n",
                               "OSTERBY, March 2 (Reuters) - The river rose by two metres overnight.\n",
                               "\"It sang,\" said Ann Moss, who keeps the lock.\n"};
  std::vector<int> order{0, 1, 2};
  do {
    std::string text;
    for (const int i : order) text += story[i];
    const std::vector<Drop> drops = drops_of(shipped_rules(), text);
    INFO(text);
    REQUIRE(drops.size() == 1);
    CHECK(drops[0].text == "OSTERBY, March 2 (Reuters) -");
    const std::string rest = "\n" + without(text, drops);
    CHECK(rest.find("\nThe river rose") != std::string::npos);
  } while (std::next_permutation(order.begin(), order.end()));
}
