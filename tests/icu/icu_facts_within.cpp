// With the data that the program brings, as the program has them.
#include <cstdio>

#include "icu_facts.hpp"

int main() {
  for (const std::string& fact : storydiff_test::icu_facts()) std::puts(fact.c_str());
}
