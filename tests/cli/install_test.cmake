# Installs the build into a folder of its own, builds the consumer against it, and runs both it and
# the installed program. Run by ctest with the variables that its CMakeLists.txt gives.

function(must_run expected)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGN}\nended with ${status}\n${out}\n${err}")
  endif()
  string(FIND "${out}" "${expected}" place)
  if(place EQUAL -1)
    message(FATAL_ERROR "${ARGN}\nprinted no '${expected}' but\n${out}\n${err}")
  endif()
endfunction()

# Moved after installing: nothing may remember where it was put.
file(REMOVE_RECURSE ${WORK_DIR})
must_run("" ${CMAKE_COMMAND} --install ${BUILD_DIR} --prefix ${WORK_DIR}/first)
file(RENAME ${WORK_DIR}/first "${WORK_DIR}/installed here")
set(prefix "${WORK_DIR}/installed here")

must_run("" ${CMAKE_COMMAND} -S ${SOURCE_DIR} -B ${WORK_DIR}/build -G ${GENERATOR}
  -DCMAKE_BUILD_TYPE=${BUILD_TYPE} -DCMAKE_CXX_COMPILER=${COMPILER} "-DCMAKE_CXX_FLAGS=${FLAGS}"
  "-DCMAKE_PREFIX_PATH=${prefix}")
must_run("" ${CMAKE_COMMAND} --build ${WORK_DIR}/build)
must_run("1 linked, 1 new" ${WORK_DIR}/build/consumer)

must_run("storydiff " "${prefix}/bin/storydiff" --version)
must_run("paragraph-order" "${prefix}/bin/storydiff" plugin list)
must_run("${prefix}" "${prefix}/bin/storydiff" plugin list --json -)

# A plugin that did not come with the program runs in the host that did.
file(WRITE "${WORK_DIR}/foreign/script/plugin.json" [[{"id": "script", "name": "N", "version": "1.0.0", "vendor": "V",
  "licence": "MIT", "summary": "S", "command": ["sh", "-c", "while read -r l; do echo '{\"edits\": []}'; done"]}]])
file(WRITE "${WORK_DIR}/foreign/wire.txt" "The night ferry from Bergen sank off the coast on Tuesday.\n")
must_run("\"status\": \"ok\"" "${prefix}/bin/storydiff" compare ${WORK_DIR}/foreign/wire.txt ${WORK_DIR}/foreign/wire.txt
  --no-plugins --plugin script --plugin-path ${WORK_DIR}/foreign --json -)

# The checker finds the stories that were installed with it.
file(GLOB wire_furniture "${prefix}/lib*/storydiff/plugins/wire-furniture" "${prefix}/lib/*/storydiff/plugins/wire-furniture")
must_run("14 stories" "${prefix}/bin/storydiff" plugin check "${wire_furniture}" --only story-text)

foreach(file man/man1/storydiff.1 bash-completion/completions/storydiff zsh/site-functions/_storydiff fish/vendor_completions.d/storydiff.fish)
  must_run("storydiff" ${CMAKE_COMMAND} -E cat "${prefix}/share/${file}")
endforeach()

# Templates and the engine of rules are found from the program's place as well.
must_run("Made " "${prefix}/bin/storydiff" plugin new moved --lang rules --folder ${WORK_DIR})
must_run("1 ok" "${prefix}/bin/storydiff" plugin test ${WORK_DIR}/moved)

# The rules of an installed plugin are known by the looks of their files, which therefore need not be read; and they are
# read when one of them looks otherwise.
file(WRITE "${WORK_DIR}/wire.txt" "BERGEN (AP) - The night ferry sank off the coast on Tuesday.\n")
set(normalize "${prefix}/bin/storydiff" normalize ${WORK_DIR}/wire.txt --no-plugins --plugin wire-furniture --json -)
must_run("" sh -c "touch -r '${wire_furniture}/rules/words.json' '${WORK_DIR}/time' && \
  tr '[:alpha:]' ' ' < '${wire_furniture}/rules/words.json' > '${WORK_DIR}/blank' && \
  cp '${WORK_DIR}/blank' '${wire_furniture}/rules/words.json' && \
  touch -r '${WORK_DIR}/time' '${wire_furniture}/rules/words.json'")
must_run("\"dateline\"" ${normalize})
must_run("" sh -c "touch -d '2001-02-03' '${wire_furniture}/rules/words.json'")
must_run("words.json: rule file: " ${normalize})

# Every link of an installed page to another one leads somewhere.
file(GLOB_RECURSE pages "${prefix}/share/doc/*.md")
if(NOT pages)
  message(FATAL_ERROR "no page of the documentation was installed")
endif()
foreach(page IN LISTS pages)
  get_filename_component(folder ${page} DIRECTORY)
  file(READ ${page} text)
  string(REPLACE "](" "@@(" text "${text}") # brackets mean something to CMake's lists
  string(REGEX REPLACE "[][;]" " " text "${text}")
  string(REGEX MATCHALL "@@\\([a-z./A-Z0-9_-]+\\.(md|png)" links "${text}")
  foreach(link IN LISTS links)
    string(SUBSTRING "${link}" 3 -1 target)
    if(NOT EXISTS "${folder}/${target}")
      message(FATAL_ERROR "${page} leads to ${target}, which is not there")
    endif()
  endforeach()
endforeach()
