// Lines of stories that begin as furniture does. Whatever stands around them, they stay.
#include <string>

#include "sample.hpp"
#include "support/catch.hpp"

namespace {

using namespace wire_furniture_test;

const char* const kTraps[] = {
    "\"MOSCOW (AP) — the paper began, and nothing else was on it,\" he said.",
    "Reporting by Reuters found that the dam had been inspected twice.",
    "The Associated Press contributed to the confusion, she said.",
    "Editing by hand takes longer than editing by machine.",
    "By Friday the water had reached the church.",
    "By then Ann Moss had left.",
    "From Paris to Rome it rained.",
    "Photo by photo the album fell apart.",
    "A photo by Odd Berg hangs in the hall.",
    "Copyright is a word that he hates.",
    "Follow the river and you will find him.",
    "Share prices fell by a third.",
    "Share of the vote: 31 percent for the mayor, 29 for the butcher.",
    "Comments were not invited.",
    "More than 300 people came.",
    "More to come, said the sign, and more came.",
    "Related parties must be named under the new law.",
    "Read that again.",
    "Read more books, the minister told the children.",
    "Watch: the wrist, not the clock.",
    "Listen to this: the bridge hums.",
    "Sign up, the poster said. Nobody did.",
    "Subscribe to nothing, his mother had told him.",
    "Advertisement of the post is due in June.",
    "Sponsored by nobody, the race was free.",
    "End of story, he said.",
    "Ends justify nothing, she replied.",
    "Enditem was the last word he typed.",
    "Support came from all sides.",
    "Update: the cat is fine, her neighbour wrote.",
    "Correction fluid was found on the will.",
    "Corrections officers blocked the gate.",
    "Source of the smell was a cheese.",
    "Sources close to the boatman said he was tired.",
    "Tags were found on all of the geese.",
    "Topics ranged from eels to God.",
    "Keywords do not open doors.",
    "Image is everything, he said.",
    "Picture a village without a bridge.",
    "Caption competitions bore him.",
    "File it under grief.",
    "Contact with the ship was lost at noon.",
    "Write to your mother at once, the chaplain told them.",
    "Call it a miracle, call it the wind.",
    "Call police on 555 0144, the notice said.",
    "E-mail from the mayor went unread for a year.",
    "Print runs were small.",
    "Save our river, they sang.",
    "Like many here, he fishes at night.",
    "Home is where the cat is.",
    "Menu prices have doubled.",
    "Search parties found nothing.",
    "Live eels were sold on the quay.",
    "Opinion is divided.",
    "Analysis of the water took a week.",
    "News travels slowly up there.",
    "Our standards are low, he said.",
    "This story was first told by his aunt.",
    "This story has been told before.",
    "This report is based on what the boatman remembers.",
    "This article of faith was never questioned.",
    "The writer is a man of few words.",
    "The views expressed in the pub were not printable.",
    "The opinions expressed at the meeting were recorded by nobody.",
    "An earlier version of the bridge fell down in 1902.",
    "The story was updated by each of them in turn.",
    "Ann Moss contributed to the fund.",
    "Two editors and a photographer contributed to this report of the council, which runs to 90 pages.",
    "AP, the school's initials, stood over the door.",
    "EFE lo contó primero.",
    "(He swam.)",
    "(ANSA lo ha detto.)",
    "(Photo albums were found.)",
    "(With a little help from his dog.)",
    "(Updating the register took years.)",
    "(Adds up to nothing, she thought.)",
    "- He said yes.",
    "- one egg",
    "* Two lemons",
    "# 4 was the one he wanted.",
    "1. Do not swim.",
    "Yours, Ann Moss",
    "Odd Berg, editor",
    "30",
    "-- and then he slept --",
    "... and so on",
    "To be continued",
    "Dear Sir,",
    "Die Anzeige liegt bei der Polizei.",
    "Anzeige gegen unbekannt wurde erstattet.",
    "Von Mäusen und Menschen handelt das Stück.",
    "Von Anna Berg stammt die Idee.",
    "Lesen Sie das noch einmal, sagte er.",
    "Foto: keines.",
    "Mehr zum Essen gab es nicht.",
    "Kommentare wollte er nicht abgeben.",
    "Publicité mensongère, dit le juge.",
    "Par Anne Morel, on apprit la nouvelle.",
    "Par Jupiter, le pont est tombé.",
    "Avec Reuters ou sans Reuters, dit-il.",
    "À lire les journaux, tout va bien.",
    "Partager le pain, c'est tout.",
    "Commentaires et rumeurs allaient bon train.",
    "Publicidad engañosa, dijo el juez.",
    "Por Ana López nos enteramos de todo.",
    "Compartir el agua no es fácil.",
    "Temas no faltan.",
    "Ver para creer.",
    "Pubblicità ingannevole, disse il giudice.",
    "Di Maria Rossi si sa poco.",
    "Foto di gruppo con gufo.",
    "Leggi e decreti coprono il tavolo.",
    "Stampa e televisione erano presenti.",
    "Por Ana Lopes soubemos tudo.",
    "Partilhar o pão é tudo.",
    "Leia isto outra vez, pediu ele.",
    "Publicidade enganosa, disse o juiz.",
    "Osterby, March 2: nothing to report.",
    "OSTERBY - that is how they write it.",
    "Reuters, AP and AFP all had it wrong.",
    "Facebook said on Tuesday that it would pay.",
    "Twitter has not answered.",
    "Email was invented later.",
    "X marks the spot.",
    "Bloomberg, a former mayor, was there.",
    "Kill the lights, he said.",
    "Embargoed for forty years, the island has old cars.",
    "For release on bail he paid 400 crowns.",
    "Disclaimer of opinion is what accountants call it.",
    "Cookies were served.",
    "We use cookies as currency, the guard said.",
    "Newsletters are printed in the cellar.",
    "Join us, the choir sang.",
    "Become a member or go home, they said.",
    "Donate blood today, read the banner over the door of the school.",
    "Unsubscribe from grief, the book advised.",
    "About the author nothing is known.",
    "Skip the first page.",
    "Back to the river, then.",
    "Continue reading and you will see.",
    "Story after story was told.",
};

/// What makes the rules bold: a text that is known for a web page, for wire copy, for a dated story.
const char* const kHeads[] = {"", "Skip to main content\n\n",
                              "River swallows bridge\n\nBy Tova Lind\n\nOSTERBY, March 2 (Reuters) - ",
                              "River swallows bridge\nMarch 2, 2024\n\n"};

bool stays(const std::string& text, const std::string& line) {
  std::string rest = without(text, drops_of(page_rules(), text));
  rest = without(rest, drops_of(shipped_rules(), rest));
  return ("\n" + rest).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("a line of the story stays, whatever it begins with and wherever it stands") {
  const std::string above = "The river rose by two metres overnight, officials said on Friday.\n\n";
  const std::string below = "\n\nNobody was hurt, and the bridge stayed open to lorries.\n";
  for (const std::string line : kTraps) {
    INFO(line);
    CHECK(stays(line + "\n\n" + above, line));
    for (const std::string head : kHeads) {
      INFO(head);
      CHECK(stays(head + above + line + below, line));
      CHECK(stays(head + above + line + "\n", line));
    }
  }
}
