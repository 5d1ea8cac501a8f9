# Compile options shared by every target of ours: warnings and sanitizers.

add_library(storydiff_options INTERFACE)
target_compile_options(storydiff_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
  # False alarms of GCC 12 and 13 in optimized builds: overlaps within std::string's own code (GCC bug
  # 105651) and values of std::optional that are never read (80635).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  $<$<BOOL:${STORYDIFF_WARNINGS_AS_ERRORS}>:-Werror>)

if(STORYDIFF_SANITIZERS)
  # For plugins too: a library built without it would report every C++ type as foreign.
  add_compile_options(-fsanitize=${STORYDIFF_SANITIZERS} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${STORYDIFF_SANITIZERS})
  # Programs at a fixed address: at any other the loader writes the two million addresses of the undefined behaviour
  # sanitizer's tables anew, a quarter of a second in each of the tests' thousands of processes.
  add_link_options($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-no-pie>)
endif()

if(STORYDIFF_FUZZ)
  # Every line counts where the fuzzer has been; only the targets get its main.
  add_compile_options(-fsanitize=fuzzer-no-link)
  add_link_options(-fsanitize=fuzzer-no-link)
endif()

# storydiff_add_plugin(ID SOURCES file... [DATA file...] [LIBRARIES target...])
#
# Builds the library of plugin ID, lays it with plugin.json and its data into the build tree's
# plugin folder, and installs that folder as it is, the files' times included; data keep the folder
# they lie in. Library targets are named storydiff_plugin_<id>.
function(storydiff_add_plugin id)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DATA;LIBRARIES")
  string(MAKE_C_IDENTIFIER ${id} suffix)
  set(target storydiff_plugin_${suffix})
  set(folder ${PROJECT_BINARY_DIR}/${STORYDIFF_PLUGIN_DIR}/${id})

  add_library(${target} MODULE ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE storydiff_options storydiff_sdk ${arg_LIBRARIES})
  set_target_properties(${target} PROPERTIES
    PREFIX "" OUTPUT_NAME ${id} LIBRARY_OUTPUT_DIRECTORY ${folder})

  foreach(file plugin.json ${arg_DATA})
    configure_file(${file} ${folder}/${file} COPYONLY)
    get_filename_component(place ${file} DIRECTORY)
    install(FILES ${folder}/${file} DESTINATION ${STORYDIFF_PLUGIN_DIR}/${id}/${place})
  endforeach()
  install(TARGETS ${target} LIBRARY DESTINATION ${STORYDIFF_PLUGIN_DIR}/${id})
endfunction()
