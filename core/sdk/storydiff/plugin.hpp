/// \file plugin.hpp
/// C++20 comfort over the plugin ABI: derive, return edits through the sink, export. Header only;
/// needs the ABI header and the standard library.
///
///     #include <storydiff/plugin.hpp>
///     class Slugs : public storydiff::plugin::Normalizer {
///      public:
///       static constexpr storydiff::plugin::Info kInfo{
///           .id = "slugs", .name = "Slugs", .version = "1.0.0", .vendor = "Example", .licence = "MIT",
///           .summary = "Drops the slug line.", .roles = "slug", .flags = STORYDIFF_IDEMPOTENT};
///       Slugs(std::string_view options_json, const storydiff::plugin::Host& host) {}
///       void normalize(const storydiff::plugin::View& view, storydiff::plugin::Sink& sink) override {
///         if (view.text().starts_with("bc-")) sink.drop({0, view.text().find('\n')}, "slug", "leading-slug");
///       }
///     };
///     STORYDIFF_EXPORT_PLUGIN(Slugs)
///
/// Any exception that leaves the constructor or `normalize` becomes a failed call with its message;
/// the host then throws away all edits of that call.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "storydiff_plugin.h"

namespace storydiff::plugin {

/// Bytes of the view's text, half-open.
using Span = storydiff_span;

/// Thrown to fail a call with a message for the report. One line: what, where, what to do.
class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The facts of a plugin. They must equal those of its manifest.
struct Info {
  const char* id = "";
  const char* name = "";
  const char* version = "";
  const char* vendor = "";
  const char* licence = "";
  const char* summary = "";
  const char* languages = "";
  const char* roles = "";
  const char* options_schema = "{}";
  std::uint32_t flags = 0;
};

/// The host's services, with what this host does not have left out silently.
class Host {
 public:
  explicit Host(const storydiff_host* host) : host_(host) {}
  /// Where the manifest and data files lie.
  [[nodiscard]] std::string folder() const { return host_->plugin_folder; }
  /// Level: 0 debug, 1 info, 2 warning.
  void log(std::uint32_t level, const std::string& text) const {
    const auto* log = static_cast<const storydiff_log*>(host_->get_extension(host_->context, "storydiff.log/1"));
    if (log != nullptr) log->message(host_->context, level, text.c_str());
  }

 private:
  const storydiff_host* host_;
};

/// What a plugin reads. Borrowed: do not keep it beyond the call.
class View {
 public:
  explicit View(const storydiff_view* view) : view_(view) {}
  [[nodiscard]] std::string_view text() const { return {view_->text, static_cast<std::size_t>(view_->text_size)}; }
  [[nodiscard]] std::string_view text(Span span) const { return text().substr(span.begin, span.end - span.begin); }
  [[nodiscard]] std::span<const Span> paragraphs() const {
    return {view_->paragraphs, static_cast<std::size_t>(view_->paragraph_count)};
  }
  [[nodiscard]] std::span<const storydiff_mark> marks() const {
    return {view_->marks, static_cast<std::size_t>(view_->mark_count)};
  }
  /// The value of a metadata key, or "" where the host did not give it.
  [[nodiscard]] std::string_view metadata(std::string_view key) const {
    for (const auto& fact : std::span(view_->metadata, static_cast<std::size_t>(view_->metadata_count)))
      if (key == fact.key) return fact.value;
    return {};
  }
  [[nodiscard]] bool has_counterpart() const { return view_->counterpart != nullptr; }
  /// Precondition: `has_counterpart()`.
  [[nodiscard]] View counterpart() const { return View(view_->counterpart); }

 private:
  const storydiff_view* view_;
};

/// Takes edits. A refused edit throws `Failure`: the host has already failed the call.
class Sink {
 public:
  explicit Sink(const storydiff_sink* sink) : sink_(sink) {}
  void drop(Span span, const std::string& role, const std::string& rule) {
    check(sink_->drop(sink_->context, span.begin, span.end, role.c_str(), rule.c_str()), rule);
  }
  void replace(Span span, std::string_view utf8, const std::string& rule) {
    check(sink_->replace(sink_->context, span.begin, span.end, utf8.data(), utf8.size(), rule.c_str()), rule);
  }
  void move(std::uint64_t first, std::uint64_t count, std::uint64_t before, const std::string& rule) {
    check(sink_->move(sink_->context, first, count, before, rule.c_str()), rule);
  }
  void mark(Span span, const std::string& role, const std::string& rule) {
    check(sink_->mark(sink_->context, span.begin, span.end, role.c_str(), rule.c_str()), rule);
  }

 private:
  static void check(int status, const std::string& rule) {
    if (status != STORYDIFF_OK) throw Failure("the host refused an edit of rule '" + rule + "'");
  }
  const storydiff_sink* sink_;
};

/// Base of a plugin. Derived classes have `static constexpr Info kInfo` and a constructor
/// `(std::string_view options_json, const Host&)`.
class Normalizer {
 public:
  Normalizer() = default;
  Normalizer(const Normalizer&) = delete;
  Normalizer& operator=(const Normalizer&) = delete;
  virtual ~Normalizer() = default;
  virtual void normalize(const View& view, Sink& sink) = 0;
};

namespace detail {

/// The instance behind the ABI's void pointer.
template <class Plugin>
struct Instance {
  const storydiff_host* host;
  Plugin plugin;
  Instance(const char* options_json, const storydiff_host* h) : host(h), plugin(options_json, Host(h)) {}
};

template <class Action>
bool guarded(const storydiff_host* host, Action action) noexcept {
  try {
    action();
    return true;
  } catch (const std::exception& e) {
    host->set_error(host->context, e.what());
  } catch (...) {
    host->set_error(host->context, "unknown exception");
  }
  return false;
}

template <class Plugin>
void* create(const char* options_json, const storydiff_host* host) noexcept {
  void* made = nullptr;
  guarded(host, [&] { made = std::make_unique<Instance<Plugin>>(options_json, host).release(); });
  return made;
}

template <class Plugin>
int normalize(void* opaque, const storydiff_view* view, const storydiff_sink* sink) noexcept {
  auto* instance = static_cast<Instance<Plugin>*>(opaque);
  const bool fine = guarded(instance->host, [&] {
    Sink comfortable(sink);
    instance->plugin.normalize(View(view), comfortable);
  });
  return fine ? STORYDIFF_OK : STORYDIFF_ERROR;
}

template <class Plugin>
void destroy(void* opaque) noexcept {
  delete static_cast<Instance<Plugin>*>(opaque);
}

template <class Plugin>
inline constexpr storydiff_descriptor kDescriptor{sizeof(storydiff_descriptor),
                                                  Plugin::kInfo.flags,
                                                  Plugin::kInfo.id,
                                                  Plugin::kInfo.name,
                                                  Plugin::kInfo.version,
                                                  Plugin::kInfo.vendor,
                                                  Plugin::kInfo.licence,
                                                  Plugin::kInfo.summary,
                                                  Plugin::kInfo.languages,
                                                  Plugin::kInfo.roles,
                                                  Plugin::kInfo.options_schema,
                                                  &create<Plugin>,
                                                  &normalize<Plugin>,
                                                  &destroy<Plugin>};

template <class... Plugins>
inline constexpr std::uint32_t kCountOf = sizeof...(Plugins);

template <class... Plugins>
const storydiff_descriptor* descriptor(std::uint32_t index) noexcept {
  static constexpr const storydiff_descriptor* kAll[] = {&kDescriptor<Plugins>...};
  return index < sizeof...(Plugins) ? kAll[index] : nullptr;
}

}  // namespace detail
}  // namespace storydiff::plugin

/// Exports the plugins of a library, at namespace scope in exactly one of its files.
#define STORYDIFF_EXPORT_PLUGIN(...)                                                                              \
  extern "C" STORYDIFF_EXPORT const storydiff_plugin_entry_t storydiff_plugin_entry;                              \
  const storydiff_plugin_entry_t storydiff_plugin_entry = {sizeof(storydiff_plugin_entry_t),                      \
                                                           STORYDIFF_ABI_MAJOR,                                   \
                                                           STORYDIFF_ABI_MINOR,                                   \
                                                           ::storydiff::plugin::detail::kCountOf<__VA_ARGS__>,    \
                                                           &::storydiff::plugin::detail::descriptor<__VA_ARGS__>, \
                                                           nullptr,                                               \
                                                           nullptr};
