#include "message.hpp"

#include <unistd.h>

#include <string>

#include "output.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

void say(std::string_view prefix, std::string_view message) {
  // Where standard error itself is gone there is nobody left to tell.
  (void)write_descriptor(STDERR_FILENO, "storydiff: " + std::string(prefix) + visible_line(message) + "\n");
}

}  // namespace

void warn(std::string_view message) { say("warning: ", message); }

int trouble(std::string_view message) {
  say("", message);
  return kTrouble;
}

int out_of_memory() {
  for (const std::string_view part : {"storydiff: ", kOutOfMemory, "\n"}) (void)write_descriptor(STDERR_FILENO, part);
  return kTrouble;
}

int trouble(const Error& error) { return error.message.empty() ? kTrouble : trouble(error.message); }

}  // namespace storydiff::cli
