#include "plugin/edit_sink.hpp"

#include <exception>
#include <limits>
#include <utility>

#include "language/utf8.hpp"
#include "plugin/text.hpp"
#include "storydiff/span.hpp"

namespace storydiff::plugin_host {
namespace {

bool missing(const char* name) { return name == nullptr || *name == '\0'; }

/// For `check_place`d values.
std::uint32_t narrow(std::uint64_t place) { return static_cast<std::uint32_t>(place); }

std::string of_rule(const char* rule) { return "rule '" + one_line(rule) + "': "; }

}  // namespace

EditSink::EditSink() {
  abi_.struct_size = sizeof(storydiff_sink);
  abi_.context = this;
  abi_.drop = &EditSink::drop;
  abi_.replace = &EditSink::replace;
  abi_.move = &EditSink::move;
  abi_.mark = &EditSink::mark;
}

void EditSink::open() {
  open_ = true;
  refusal_.clear();
  edits_.clear();
}

std::vector<ProposedEdit> EditSink::close() {
  open_ = false;
  return std::exchange(edits_, {});
}

template <class Take>
int EditSink::guarded(void* context, Take take) noexcept {
  auto& self = *static_cast<EditSink*>(context);
  if (!self.open_ || !self.refusal_.empty()) return STORYDIFF_ERROR;
  try {
    take(self);
  } catch (const std::exception&) {
    self.refusal_ = "out of memory";  // short enough to need none
  }
  return self.refusal_.empty() ? STORYDIFF_OK : STORYDIFF_ERROR;
}

void EditSink::refuse(const std::string& why) {
  if (refusal_.empty()) refusal_ = why;
}

void EditSink::check_rule(const char* rule) {
  if (missing(rule)) return refuse("an edit without a rule: name the rule that asks for it");
  if (first_invalid_utf8(rule)) refuse(of_rule(rule) + "its name is no valid UTF-8");
}

void EditSink::check_role(const char* role, const char* rule) {
  if (!refusal_.empty()) return;
  if (missing(role)) return refuse(of_rule(rule) + "an edit without a role: say what the span is");
  if (first_invalid_utf8(role)) refuse(of_rule(rule) + "its role is no valid UTF-8");
}

void EditSink::check_place(std::uint64_t place, const char* rule) {
  if (!refusal_.empty() || place <= std::numeric_limits<std::uint32_t>::max()) return;
  refuse(of_rule(rule) + "a place of " + std::to_string(place) + ", which is beyond any document");
}

int EditSink::drop(void* context, std::uint64_t begin, std::uint64_t end, const char* role, const char* rule) noexcept {
  return guarded(context, [&](EditSink& self) {
    self.check_rule(rule);
    self.check_role(role, rule);
    self.check_place(begin, rule);
    self.check_place(end, rule);
    if (self.refusal_.empty()) self.edits_.push_back(ProposedEdit::drop({narrow(begin), narrow(end)}, role, rule));
  });
}

int EditSink::replace(void* context, std::uint64_t begin, std::uint64_t end, const char* utf8, std::uint64_t size,
                      const char* rule) noexcept {
  return guarded(context, [&](EditSink& self) {
    self.check_rule(rule);
    self.check_place(begin, rule);
    self.check_place(end, rule);
    if (!self.refusal_.empty()) return;
    if (utf8 == nullptr && size > 0) return self.refuse(of_rule(rule) + "its replacement is NULL");
    // Before the text is touched: a size this large is more likely a mistake than a text.
    if (size > kMaximumDocumentBytes) return self.refuse(of_rule(rule) + "its replacement is larger than 1 GiB");
    const std::string_view text =
        size == 0 ? std::string_view() : std::string_view(utf8, static_cast<std::size_t>(size));
    if (const auto at = first_invalid_utf8(text)) {
      return self.refuse(of_rule(rule) + "its replacement is no valid UTF-8 at byte " + std::to_string(*at));
    }
    if (text.find('\0') != text.npos) return self.refuse(of_rule(rule) + "its replacement holds a NUL byte");
    self.edits_.push_back(ProposedEdit::replace({narrow(begin), narrow(end)}, std::string(text), rule));
  });
}

int EditSink::move(void* context, std::uint64_t first, std::uint64_t count, std::uint64_t before,
                   const char* rule) noexcept {
  return guarded(context, [&](EditSink& self) {
    self.check_rule(rule);
    self.check_place(first, rule);
    self.check_place(count, rule);
    self.check_place(before, rule);
    if (self.refusal_.empty()) {
      self.edits_.push_back(ProposedEdit::move(narrow(first), narrow(count), narrow(before), rule));
    }
  });
}

int EditSink::mark(void* context, std::uint64_t begin, std::uint64_t end, const char* role, const char* rule) noexcept {
  return guarded(context, [&](EditSink& self) {
    self.check_rule(rule);
    self.check_role(role, rule);
    self.check_place(begin, rule);
    self.check_place(end, rule);
    if (self.refusal_.empty()) self.edits_.push_back(ProposedEdit::mark({narrow(begin), narrow(end)}, role, rule));
  });
}

}  // namespace storydiff::plugin_host
