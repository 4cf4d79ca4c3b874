# `cmake --install build --prefix DIR`: the program in bin, what it runs on in share/yokoten, where program_home() looks,
# and what people read in share/doc/yokoten, laid out as in the repository, so that links in it lead somewhere.
set(home share/yokoten)
set(documents share/doc/yokoten)

install(TARGETS yokoten DESTINATION bin)
install(DIRECTORY templates DESTINATION ${home})
install(DIRECTORY data/areas data/new DESTINATION ${home}/data PATTERN data/new/README.md EXCLUDE)
install(FILES hosting/_headers DESTINATION ${home}/hosting)

# What pages load, bundled by scripts/browser-packages; without it no site can be built, so that it has to be there.
file(READ browser/entries.json entries)
string(JSON number_of_entries LENGTH ${entries})
math(EXPR last "${number_of_entries} - 1")
foreach(at RANGE ${last})
  string(JSON name MEMBER ${entries} ${at})
  install(FILES build/browser/${name}.js DESTINATION ${home}/build/browser)
endforeach()

install(FILES ${manual}/yokoten.1.gz DESTINATION share/man/man1)
install(FILES ${manual}/ja/yokoten.1.gz DESTINATION share/man/ja/man1)
install(FILES ${manual}/yokoten.bash DESTINATION share/bash-completion/completions RENAME yokoten)
install(FILES ${manual}/_yokoten DESTINATION share/zsh/vendor-completions)
install(FILES ${manual}/yokoten.fish DESTINATION share/fish/vendor_completions.d)

install(FILES README.md README.ja.md CHANGELOG.md CONTRIBUTING.md SECURITY.md LICENSE NOTICE ${manual}/copyright DESTINATION ${documents})
install(DIRECTORY hosting pictures DESTINATION ${documents})
install(DIRECTORY data/handbook data/national data/prefecture DESTINATION ${documents}/data)
install(DIRECTORY tests/cases/publication-from-a-spreadsheet/input DESTINATION ${documents}/tests/cases/publication-from-a-spreadsheet) # excel.ja.md
file(GLOB_RECURSE pages RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS generator/*.md)
foreach(page ${pages} data/areas/README.md templates/README.md browser/README.md tests/README.md tests/evidence/README.md tests/faults/README.md
    generator/chart/subset.schema.json)
  get_filename_component(folder ${page} DIRECTORY)
  install(FILES ${page} DESTINATION ${documents}/${folder})
endforeach()
