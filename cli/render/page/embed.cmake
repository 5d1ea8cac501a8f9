# Compiles the pages' sources into the program: page_sources.cpp from page_sources.cpp.in.
#
# The modules become one script a page: `import` lines go, `export` words go, the rest is joined in the
# order below, first those of all pages, then the page's own. So every import is one line, and a name at
# the top of a module is unique among all of them (the browser tests load the pages, and a name given
# twice is an error there).
set(common_modules
  dom.js visible.js documents.js model.js pieces.js quoted.js state.js pane.js geometry.js ribbons.js firsts.js inspector.js
  findings.js search.js listing.js keys.js legend.js workbench.js)
set(pair_modules
  pair/report.js pair/model.js pair/view.js pair/minimap.js pair/summary.js pair/chosen.js pair/tables.js
  pair/sources.js pair/legend.js pair/main.js)
set(chain_modules
  chain/model.js chain/life.js chain/view.js chain/summary.js chain/chosen.js chain/tables.js chain/legend.js
  chain/main.js)

function(storydiff_page_literal variable text)
  # Compilers bound the length of one literal, so each is a part; parts join to one constant array.
  string(FIND "${text}" ")storydiff_page\"" found)
  if(NOT found EQUAL -1)
    message(FATAL_ERROR "the page holds the end mark of its own literal")
  endif()
  set(${variable} "R\"storydiff_page(${text})storydiff_page\"" PARENT_SCOPE)
endfunction()

set(page_folder ${CMAKE_CURRENT_LIST_DIR})
foreach(page common pair chain)
  set(${page}_script_parts "")
  foreach(module IN LISTS ${page}_modules)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page_folder}/${module})
    file(READ ${page_folder}/${module} text)
    if(text MATCHES "(^|\n)import [^\n]*[^;\n]\n")
      message(FATAL_ERROR "${module}: an import must be one line")
    endif()
    string(REGEX REPLACE "(^|\n)import [^\n]*" "\\1" text "${text}")
    string(REGEX REPLACE "(^|\n)export " "\\1" text "${text}")
    storydiff_page_literal(literal "${text}")
    string(APPEND ${page}_script_parts "    ${literal}\n")
  endforeach()
endforeach()
foreach(file index.html style.css)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page_folder}/${file})
endforeach()
file(READ ${page_folder}/index.html text)
storydiff_page_literal(page_template "${text}")
file(READ ${page_folder}/style.css text)
storydiff_page_literal(page_style "${text}")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page_folder}/page_sources.cpp.in)
configure_file(${page_folder}/page_sources.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/page_sources.cpp @ONLY)
