/* The layout that ABI 1.0 froze, on machines of 64 bits (LP64). Members may be added behind these
 * in a later minor version, so whole sizes are checked only for the structures marked "Frozen", and
 * for the others where the last 1.0 member ends. Included after the header under test. */
#ifndef STORYDIFF_TESTS_ABI_LAYOUT_H
#define STORYDIFF_TESTS_ABI_LAYOUT_H

#include <assert.h>
#include <stddef.h>

#define AT(type, member, offset) static_assert(offsetof(type, member) == (offset), #type "." #member " moved")
#define SIZE(type, size) static_assert(sizeof(type) == (size), #type " changed its size")
#define AT_LEAST(type, size) static_assert(sizeof(type) >= (size), #type " lost a member")

static_assert(STORYDIFF_ABI_MAJOR == 1, "another major version needs a layout of its own");
static_assert(STORYDIFF_OK == 0 && STORYDIFF_ERROR == 1, "status changed");
static_assert(STORYDIFF_IDEMPOTENT == 1 && STORYDIFF_NEEDS_COUNTERPART == 2 && STORYDIFF_THREAD_SAFE == 4,
              "flags changed");
static_assert(sizeof(void *) == 8, "this table is for LP64");

SIZE(storydiff_span, 16);
AT(storydiff_span, begin, 0);
AT(storydiff_span, end, 8);

SIZE(storydiff_mark, 32);
AT(storydiff_mark, span, 0);
AT(storydiff_mark, role, 16);
AT(storydiff_mark, rule, 24);

SIZE(storydiff_metadata, 16);
AT(storydiff_metadata, key, 0);
AT(storydiff_metadata, value, 8);

AT_LEAST(storydiff_view, 80);
AT(storydiff_view, struct_size, 0);
AT(storydiff_view, reserved, 4);
AT(storydiff_view, text, 8);
AT(storydiff_view, text_size, 16);
AT(storydiff_view, paragraphs, 24);
AT(storydiff_view, paragraph_count, 32);
AT(storydiff_view, marks, 40);
AT(storydiff_view, mark_count, 48);
AT(storydiff_view, metadata, 56);
AT(storydiff_view, metadata_count, 64);
AT(storydiff_view, counterpart, 72);

AT_LEAST(storydiff_sink, 48);
AT(storydiff_sink, struct_size, 0);
AT(storydiff_sink, reserved, 4);
AT(storydiff_sink, context, 8);
AT(storydiff_sink, drop, 16);
AT(storydiff_sink, replace, 24);
AT(storydiff_sink, move, 32);
AT(storydiff_sink, mark, 40);

AT_LEAST(storydiff_host, 48);
AT(storydiff_host, struct_size, 0);
AT(storydiff_host, abi_major, 4);
AT(storydiff_host, abi_minor, 8);
AT(storydiff_host, reserved, 12);
AT(storydiff_host, context, 16);
AT(storydiff_host, set_error, 24);
AT(storydiff_host, get_extension, 32);
AT(storydiff_host, plugin_folder, 40);

AT_LEAST(storydiff_log, 16);
AT(storydiff_log, struct_size, 0);
AT(storydiff_log, reserved, 4);
AT(storydiff_log, message, 8);

AT_LEAST(storydiff_descriptor, 104);
AT(storydiff_descriptor, struct_size, 0);
AT(storydiff_descriptor, flags, 4);
AT(storydiff_descriptor, id, 8);
AT(storydiff_descriptor, name, 16);
AT(storydiff_descriptor, version, 24);
AT(storydiff_descriptor, vendor, 32);
AT(storydiff_descriptor, licence, 40);
AT(storydiff_descriptor, summary, 48);
AT(storydiff_descriptor, languages, 56);
AT(storydiff_descriptor, roles, 64);
AT(storydiff_descriptor, options_schema, 72);
AT(storydiff_descriptor, create, 80);
AT(storydiff_descriptor, normalize, 88);
AT(storydiff_descriptor, destroy, 96);

AT_LEAST(storydiff_plugin_entry_t, 40);
AT(storydiff_plugin_entry_t, struct_size, 0);
AT(storydiff_plugin_entry_t, abi_major, 4);
AT(storydiff_plugin_entry_t, abi_minor, 8);
AT(storydiff_plugin_entry_t, count, 12);
AT(storydiff_plugin_entry_t, descriptor, 16);
AT(storydiff_plugin_entry_t, init, 24);
AT(storydiff_plugin_entry_t, deinit, 32);

#endif
