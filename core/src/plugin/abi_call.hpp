/// \file abi_call.hpp
/// How the host calls plugin code: never trusting `noexcept`.
///
/// The ABI's function types are `noexcept`, but a plugin may be C, or cast its functions, and an
/// exception may still arrive. Calling through a `noexcept` type would then end the process, so the
/// host copies every function pointer into one of these types and catches around each call.
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>

#include "plugin/text.hpp"
#include "storydiff_plugin.h"

namespace storydiff::plugin_host {

using DescriptorFunction = const storydiff_descriptor* (*)(std::uint32_t);
using InitFunction = int (*)(const storydiff_host*);
using CreateFunction = void* (*)(const char*, const storydiff_host*);
using NormalizeFunction = int (*)(void*, const storydiff_view*, const storydiff_sink*);
using DestroyFunction = void (*)(void*);

/// Runs `call`, which calls plugin code. What it threw, as text; nothing when it returned.
template <class Call>
[[nodiscard]] std::optional<std::string> escaped_exception(Call call) {
  try {
    call();
    return std::nullopt;
  } catch (const std::exception& e) {
    return "an exception left the plugin: " + one_line(e.what());
  } catch (...) {
    return "an exception of an unknown type left the plugin";
  }
}

}  // namespace storydiff::plugin_host
