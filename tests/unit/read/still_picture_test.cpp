#include <doctest/doctest.h>

#include "read/still_picture.h"

using namespace yokoten;

namespace {

std::string moving(const std::string& inside, const std::string& attributes = "") {
  return moving_part(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" "
      "xmlns:xlink=\"http://www.w3.org/1999/xlink\" " +
      attributes + ">" + inside + "</svg>");
}

}  // namespace

TEST_CASE("a picture that only shows itself stays") {
  CHECK(moving("<defs><linearGradient id=\"g\"/></defs><style>.a{fill:url(#g)}</style>"
               "<use href=\"#g\"/><path fill=\"url(#g)\" d=\"M0 0\"/><title>県</title>") == "");
  CHECK(moving("<image href=\"data:image/png;base64,AAAA\"/>") == "");
}

TEST_CASE("what runs is found, however it is spelled") {
  CHECK(moving("<script>1</script>") == "script");
  CHECK(moving("<s:script xmlns:s=\"http://www.w3.org/2000/svg\">1</s:script>") == "script");
  CHECK(moving("", "OnLoad=\"x()\"") == "onload");
  CHECK(moving("<a xlink:href=\" JavaScript:x()\"/>") == "href");
  CHECK(moving("<foreignObject/>") == "foreignobject");
  CHECK(moving("<set attributeName=\"href\" to=\"javascript:x()\"/>") == "set");
  CHECK(moving("<image href=\"data:image/svg+xml,x\"/>") == "href");
}

TEST_CASE("what is loaded from elsewhere is found") {
  CHECK(moving("<image href=\"https://example.jp/x.png\"/>") == "href");
  CHECK(moving("<style>@import 'x.css';</style>") == "style");
  CHECK(moving("<path style=\"fill: URL( 'https://example.jp/x')\"/>") == "style");
  CHECK(moving("<style>svg{background:image-set(\"https://example.jp/x.png\" 1x)}</style>") ==
        "style");
  CHECK(moving_part("<?xml-stylesheet href=\"x.css\"?><svg/>") == "xml-stylesheet");
}

TEST_CASE("entities could spell anything, and what is no XML could be anything") {
  CHECK(moving_part("<!DOCTYPE svg [<!ENTITY a 'x'>]><svg>&a;</svg>") == "DOCTYPE");
  CHECK(moving_part("<svg>") == "XML");
}

TEST_CASE("a page within a picture is found, and what a drawing program notes for itself stays") {
  CHECK(moving("<h:meta xmlns:h=\"http://www.w3.org/1999/xhtml\" http-equiv=\"refresh\"/>") ==
        "meta");
  CHECK(moving("<i:namedview xmlns:i=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\"/>") ==
        "");
}
