#include "readers/reader_plugin.hpp"

#include <nlohmann/json.hpp>

namespace storydiff::readers {

ReaderOptions read_options(std::string_view options_json) {
  const auto json = nlohmann::json::parse(options_json);
  ReaderOptions options;
  options.mark = json.value("mark", false);
  options.keep_roles = json.value("keep-roles", std::vector<std::string>{});
  return options;
}

void propose(const Reading& reading, plugin::Sink& sink) {
  if (!reading.error.empty()) throw plugin::Failure(reading.error);
  for (const Edit& edit : reading.edits) {
    const plugin::Span span{edit.span.begin, edit.span.end};
    switch (edit.action) {
      case Edit::Action::kReplace:
        sink.replace(span, edit.replacement, edit.rule);
        break;
      case Edit::Action::kDrop:
        sink.drop(span, edit.role, edit.rule);
        break;
      case Edit::Action::kMark:
        sink.mark(span, edit.role, edit.rule);
        break;
    }
  }
}

}  // namespace storydiff::readers
