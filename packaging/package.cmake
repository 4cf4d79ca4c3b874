# The Debian package: `scripts/package`, or cpack in the build folder. packaging/cpack.cmake tells its version.
set(CPACK_GENERATOR DEB)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_SOURCE_DIR}/packaging/cpack.cmake)
set(CPACK_PACKAGE_NAME yokoten)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "static sites and dashboards for figures of long-term care")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Turns aggregated figures of Japan's long-term care field into a static site that a
public body can publish: a KPI dashboard, a page for every prefecture and
municipality, cases of good practice, open data. Findings name file, row and
column; every figure leads to the cells that it was computed from. Needs no
server and no network to build.")

# Whoever distributes a package says here who answers for it; cpack.cmake warns while nobody does.
set(YOKOTEN_MAINTAINER "Yokoten contributors <contributors@yokoten.invalid>" CACHE STRING "who answers for the package: NAME <ADDRESS>")
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${YOKOTEN_MAINTAINER})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# Libraries as dpkg-shlibdeps finds them; besides, what no library tells of: Japanese letters in shared pictures, and how
# the words of titles are read, for the search. Chromium prints a collection of cases, which few publications ask for;
# certificates are for `pull`; rclone for `publish` to a remote. Those of base/late_library.h stand by their names: nothing is
# linked to them.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-noto-cjk, mecab-ipadic-utf8, coinor-libcbc3, coinor-libclp1, libcairo2, libcurl4, libglib2.0-0, libpq5, librsvg2-2")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "chromium, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "rclone")
include(CPack)
