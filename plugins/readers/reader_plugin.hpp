/// \file reader_plugin.hpp
/// A reader behind the plugin ABI: what the five plugins share.
#pragma once

#include <storydiff/plugin.hpp>
#include <string_view>

#include "readers/readers.hpp"

namespace storydiff::readers {

/// JSON Schema of the options that every reader has.
inline constexpr const char* kOptionsSchema =
    R"({"type":"object","additionalProperties":false,"properties":{)"
    R"("keep-roles":{"type":"array","items":{"type":"string"},)"
    R"("description":"Roles that stay in the story, such as \"headline\""},)"
    R"("mark":{"type":"boolean","default":false,"description":"Mark furniture instead of dropping it"}}})";

[[nodiscard]] ReaderOptions read_options(std::string_view options_json);

/// Hands the edits to the host, or fails the call with the reading's error.
void propose(const Reading& reading, plugin::Sink& sink);

template <Reading (*kRead)(std::string_view, const ReaderOptions&)>
class ReaderPlugin : public plugin::Normalizer {
 public:
  ReaderPlugin(std::string_view options_json, const plugin::Host& /*host*/) : options_(read_options(options_json)) {}

  void normalize(const plugin::View& view, plugin::Sink& sink) override { propose(kRead(view.text(), options_), sink); }

 private:
  ReaderOptions options_;
};

}  // namespace storydiff::readers
