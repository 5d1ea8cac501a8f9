/// \file types.hpp
/// The types that ABI 1.0 froze: what `layout.h` can not see. A member that keeps its place and size and
/// changes its type, its const or its noexcept breaks plugins as well. Included after the header under test.
#pragma once

#include <cstdint>
#include <type_traits>

#define TYPE(structure, member, ...) \
  static_assert(std::is_same_v<decltype(structure::member), __VA_ARGS__>, #structure "." #member " changed its type")

TYPE(storydiff_span, begin, std::uint64_t);
TYPE(storydiff_span, end, std::uint64_t);

TYPE(storydiff_mark, span, storydiff_span);
TYPE(storydiff_mark, role, const char*);
TYPE(storydiff_mark, rule, const char*);

TYPE(storydiff_metadata, key, const char*);
TYPE(storydiff_metadata, value, const char*);

TYPE(storydiff_view, struct_size, std::uint32_t);
TYPE(storydiff_view, reserved, std::uint32_t);
TYPE(storydiff_view, text, const char*);
TYPE(storydiff_view, text_size, std::uint64_t);
TYPE(storydiff_view, paragraphs, const storydiff_span*);
TYPE(storydiff_view, paragraph_count, std::uint64_t);
TYPE(storydiff_view, marks, const storydiff_mark*);
TYPE(storydiff_view, mark_count, std::uint64_t);
TYPE(storydiff_view, metadata, const storydiff_metadata*);
TYPE(storydiff_view, metadata_count, std::uint64_t);
TYPE(storydiff_view, counterpart, const storydiff_view*);

TYPE(storydiff_sink, struct_size, std::uint32_t);
TYPE(storydiff_sink, reserved, std::uint32_t);
TYPE(storydiff_sink, context, void*);
TYPE(storydiff_sink, drop, int (*)(void*, std::uint64_t, std::uint64_t, const char*, const char*) noexcept);
TYPE(storydiff_sink, replace,
     int (*)(void*, std::uint64_t, std::uint64_t, const char*, std::uint64_t, const char*) noexcept);
TYPE(storydiff_sink, move, int (*)(void*, std::uint64_t, std::uint64_t, std::uint64_t, const char*) noexcept);
TYPE(storydiff_sink, mark, int (*)(void*, std::uint64_t, std::uint64_t, const char*, const char*) noexcept);

TYPE(storydiff_host, struct_size, std::uint32_t);
TYPE(storydiff_host, abi_major, std::uint32_t);
TYPE(storydiff_host, abi_minor, std::uint32_t);
TYPE(storydiff_host, reserved, std::uint32_t);
TYPE(storydiff_host, context, void*);
TYPE(storydiff_host, set_error, void (*)(void*, const char*) noexcept);
TYPE(storydiff_host, get_extension, const void* (*)(void*, const char*) noexcept);
TYPE(storydiff_host, plugin_folder, const char*);

TYPE(storydiff_log, struct_size, std::uint32_t);
TYPE(storydiff_log, reserved, std::uint32_t);
TYPE(storydiff_log, message, void (*)(void*, std::uint32_t, const char*) noexcept);

TYPE(storydiff_descriptor, struct_size, std::uint32_t);
TYPE(storydiff_descriptor, flags, std::uint32_t);
TYPE(storydiff_descriptor, id, const char*);
TYPE(storydiff_descriptor, name, const char*);
TYPE(storydiff_descriptor, version, const char*);
TYPE(storydiff_descriptor, vendor, const char*);
TYPE(storydiff_descriptor, licence, const char*);
TYPE(storydiff_descriptor, summary, const char*);
TYPE(storydiff_descriptor, languages, const char*);
TYPE(storydiff_descriptor, roles, const char*);
TYPE(storydiff_descriptor, options_schema, const char*);
TYPE(storydiff_descriptor, create, void* (*)(const char*, const storydiff_host*) noexcept);
TYPE(storydiff_descriptor, normalize, int (*)(void*, const storydiff_view*, const storydiff_sink*) noexcept);
TYPE(storydiff_descriptor, destroy, void (*)(void*) noexcept);

TYPE(storydiff_plugin_entry_t, struct_size, std::uint32_t);
TYPE(storydiff_plugin_entry_t, abi_major, std::uint32_t);
TYPE(storydiff_plugin_entry_t, abi_minor, std::uint32_t);
TYPE(storydiff_plugin_entry_t, count, std::uint32_t);
TYPE(storydiff_plugin_entry_t, descriptor, const storydiff_descriptor* (*)(std::uint32_t) noexcept);
TYPE(storydiff_plugin_entry_t, init, int (*)(const storydiff_host*) noexcept);
TYPE(storydiff_plugin_entry_t, deinit, void (*)() noexcept);

#undef TYPE
