#include "page/ruby.h"

#include <doctest/doctest.h>

#include "page/markdown.h"

using namespace yokoten;

namespace {

const std::string ruby_of_gobo = "<ruby>御坊市<rp>（</rp><rt>ごぼうし</rt><rp>）</rp></ruby>";

/// 御坊市 and 京都府八幡市 are hard to read, and so is one 府中市 of two.
struct Country {
  Areas areas;

  Country() {
    const auto prefecture = [&](const std::string& name) {
      return areas.add({.name = name, .level = AreaLevel::prefecture, .parent = Areas::nation});
    };
    const int wakayama = prefecture("和歌山県"), kyoto = prefecture("京都府");
    town(wakayama, "御坊市", "ごぼうし", true);
    town(wakayama, "近江八幡市", "おうみはちまんし", false);
    town(wakayama, "府中市", "ふちゅうし", true);
    town(kyoto, "八幡市", "やわたし", true);
    town(kyoto, "府中市", "こうし", true);
    town(kyoto, "田辺市", "たなべし", false);
  }
  void town(int parent, const std::string& name, const std::string& reading, bool hard) {
    areas.add({.name = name, .reading = reading, .hard_to_read = hard, .parent = parent});
  }
  std::string html(const std::string& text) const {
    const PlaceReadings places(areas);
    return RubyWriter(&places).html(text);
  }
};

std::string plain(const std::string& text) { return RubyWriter(nullptr).html(text); }

}  // namespace

TEST_CASE_FIXTURE(Country, "a name that is hard to read has its reading") {
  CHECK(html("和歌山県御坊市の4つの段階") == "和歌山県" + ruby_of_gobo + "の4つの段階");
}

TEST_CASE_FIXTURE(Country, "only the first mention has it") {
  CHECK(html("御坊市と御坊市") == ruby_of_gobo + "と御坊市");
}

TEST_CASE_FIXTURE(Country, "a name inside a longer one is none") {
  CHECK(html("近江八幡市") == "近江八幡市");
  CHECK(html("京都府八幡市").find("やわたし") != std::string::npos);
}

TEST_CASE_FIXTURE(Country, "a name that is read in two ways stays plain") {
  CHECK(html("府中市") == "府中市");
}

TEST_CASE_FIXTURE(Country, "a name that anybody can read stays plain") {
  CHECK(html("田辺市") == "田辺市");
}

TEST_CASE_FIXTURE(Country, "what stands around a name is escaped") {
  CHECK(html("<御坊市>&") == "&lt;" + ruby_of_gobo + "&gt;&amp;");
}

TEST_CASE("a reading that a writer gives stands above its word") {
  CHECK(plain("{大字|おおあざ}の{通所|つうしょ}") ==
        "<ruby>大字<rp>（</rp><rt>おおあざ</rt><rp>）</rp></ruby>の"
        "<ruby>通所<rp>（</rp><rt>つうしょ</rt><rp>）</rp></ruby>");
}

TEST_CASE("braces that give no reading stay as they are") {
  for (const char* text :
       {"{大字}", "{大字|}", "{|おおあざ}", "{a|b}", "{大字|大字}", "{", "}|{"}) {
    CAPTURE(text);
    CHECK(plain(text) == text);
  }
}

TEST_CASE_FIXTURE(Country, "a heading stays plain, and its mention is not the first one") {
  Findings findings;
  const PlaceReadings places(areas);
  const Body body =
      compiled_body("# 御坊市の取組\n\n御坊市では", "cases/gobo.md", 1, &places, findings);
  REQUIRE(body.opening.size() == 1);
  CHECK(body.heading.parts.front().literal == "御坊市の取組");
  CHECK(body.opening.front().html.parts.front().literal == "<p>" + ruby_of_gobo + "では</p>\n");
}

TEST_CASE_FIXTURE(Country, "columns belong to the same page") {
  Findings findings;
  const PlaceReadings places(areas);
  const Body body =
      compiled_body("御坊市\n\n```half\n御坊市\n***\n御坊市\n```\n", "x.md", 1, &places, findings);
  std::string all;
  for (const Piece& piece : body.opening)
    for (const Flow& flow : piece.flows)
      for (const Piece& inner : flow) all += inner.html.parts.front().literal;
  CHECK(all == "<p>御坊市</p>\n<p>御坊市</p>\n");
}

TEST_CASE("a reading in a table takes an escaped bar") {
  Findings findings;
  const Body body = compiled_body("| a | b |\n|---|---|\n| {大字\\|おおあざ} | 2 |\n", "x.md", 1,
                                  nullptr, findings);
  REQUIRE(body.opening.size() == 1);
  CHECK(body.opening.front().html.parts.back().literal.find(
            "<ruby>大字<rp>（</rp><rt>おおあざ</rt><rp>）</rp></ruby></th><td>2</td>") !=
        std::string::npos);
}
