#include "plugin/abi_view.hpp"

namespace storydiff::plugin_host {

AbiView::AbiView(const View& view, bool with_counterpart) {
  paragraphs_.reserve(view.paragraphs.size());
  for (const Span span : view.paragraphs) paragraphs_.push_back({span.begin, span.end});
  marks_.reserve(view.marks.size());
  for (const Mark& mark : view.marks) {
    marks_.push_back({{mark.span.begin, mark.span.end}, mark.role.c_str(), mark.rule.c_str()});
  }
  if (view.metadata != nullptr) {
    for (const auto& [key, value] : *view.metadata) metadata_.push_back({key.c_str(), value.c_str()});
  }
  if (with_counterpart && view.counterpart != nullptr) counterpart_.reset(new AbiView(*view.counterpart, false));

  abi_.struct_size = sizeof(storydiff_view);
  abi_.text = view.text.empty() ? "" : view.text.data();  // C code may hand it to memcpy, which wants no NULL
  abi_.text_size = view.text.size();
  abi_.paragraphs = paragraphs_.data();
  abi_.paragraph_count = paragraphs_.size();
  abi_.marks = marks_.data();
  abi_.mark_count = marks_.size();
  abi_.metadata = metadata_.data();
  abi_.metadata_count = metadata_.size();
  abi_.counterpart = counterpart_ == nullptr ? nullptr : counterpart_->abi();
}

}  // namespace storydiff::plugin_host
