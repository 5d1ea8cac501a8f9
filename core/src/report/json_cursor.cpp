#include "report/json_cursor.hpp"

#include <string>

namespace storydiff {

JsonCursor JsonCursor::operator[](const char* name) const& {
  if (!json_->is_object()) fail("expected an object");
  const auto found = json_->find(name);
  if (found == json_->end()) fail("member '" + std::string(name) + "' is missing");
  return {*found, this, std::string_view(name)};
}

const std::string& JsonCursor::string() const {
  if (!json_->is_string()) fail("expected a string");
  return json_->get_ref<const std::string&>();
}

std::string JsonCursor::string_or_empty() const {
  if (json_->is_null()) return {};
  if (!json_->is_string()) fail("expected a string or null");
  return json_->get_ref<const std::string&>();
}

bool JsonCursor::boolean() const {
  if (!json_->is_boolean()) fail("expected true or false");
  return json_->get<bool>();
}

std::uint64_t JsonCursor::whole(std::uint64_t maximum) const {
  if (!json_->is_number_unsigned()) fail("expected a whole number, 0 or more");
  const auto value = json_->get<std::uint64_t>();
  if (value > maximum) fail("the number is too large");
  return value;
}

std::uint32_t JsonCursor::index(std::size_t size) const {
  const std::uint32_t value = whole32();
  if (value >= size) fail("index " + std::to_string(value) + " is outside a list of " + std::to_string(size));
  return value;
}

double JsonCursor::number() const {
  if (!json_->is_number()) fail("expected a number");
  return json_->get<double>();
}

double JsonCursor::share() const {
  const double value = number();
  if (!(value >= 0 && value <= 1)) fail("expected a number of 0 to 1");
  return value;
}

const JsonCursor::Json& JsonCursor::object() const {
  if (!json_->is_object()) fail("expected an object");
  return *json_;
}

std::size_t JsonCursor::array_size() const {
  if (!json_->is_array()) fail("expected an array");
  return json_->size();
}

void JsonCursor::fail(std::string_view message) const {
  const std::string place = pointer();
  throw JsonFailure{"at " + (place.empty() ? std::string("the top") : place) + ": " + std::string(message)};
}

std::string JsonCursor::pointer() const {
  if (parent_ == nullptr) return {};
  return parent_->pointer() + "/" + (key_.data() != nullptr ? std::string(key_) : std::to_string(index_));
}

}  // namespace storydiff
