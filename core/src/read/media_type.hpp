/// \file media_type.hpp
/// In which format a text is: told by its name and its first bytes, or by the user.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace storydiff {

/// The media type of a format by the name that `--as` takes ("html", "nitf", ...); nothing for other names.
[[nodiscard]] std::optional<std::string_view> media_type_of_format(std::string_view format);
/// "html, nitf, newsml-g2, ...": for messages.
[[nodiscard]] std::string format_names();

/// The media type of a file. Its first bytes count before its name, for they can not lie: a page saved as "story.txt"
/// begins with a doctype. Where neither tells, and that is nearly always, it is "text/plain": a story that mentions a
/// tag or begins with a bracket or a hashtag stays one. `text` may begin with a byte order mark. O(1) but for JSON and
/// wire text, whose first kilobytes are searched.
[[nodiscard]] std::string_view detect_media_type(std::string_view path, std::string_view text);

}  // namespace storydiff
