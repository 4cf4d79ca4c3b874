#include "base/romaji.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("syllables are spelled as they sound") {
  CHECK(hepburn("しちつふじぢづを") == "shichitsufujijizuo");
  CHECK(hepburn("きゃしゅちょじゃりょ") == "kyashuchojaryo");
}

TEST_CASE("long o and u are written once") {
  CHECK(hepburn("とうきょう") == "tokyo");
  CHECK(hepburn("おおさか") == "osaka");
  CHECK(hepburn("ゆうばり") == "yubari");
  CHECK(hepburn("ひょうご") == "hyogo");
  CHECK(hepburn("おおとう") == "oto");
}

TEST_CASE("long i and e stay as they are written") {
  CHECK(hepburn("にいがた") == "niigata");
  CHECK(hepburn("めいわ") == "meiwa");
}

TEST_CASE("vowels of two words don't run together") {
  CHECK(hepburn("せと|うち") == "setouchi");
  CHECK(hepburn("すおう|おおしま") == "suooshima");
  CHECK(hepburn("かつ|うら") == "katsuura");
}

TEST_CASE("o after a long u is heard") { CHECK(hepburn("ちゅうおう") == "chuo"); }

TEST_CASE("n is n before b m and p, and has an apostrophe before vowels and y") {
  CHECK(hepburn("たんば") == "tanba");
  CHECK(hepburn("ぐんま") == "gunma");
  CHECK(hepburn("しんおんせん") == "shin'onsen");
  CHECK(hepburn("なんよう") == "nan'yo");
  CHECK(hepburn("かんおんじ") == "kan'onji");
  CHECK(hepburn("さんのう") == "sanno");
}

TEST_CASE("a small tsu doubles the consonant and writes t before ch") {
  CHECK(hepburn("とっとり") == "tottori");
  CHECK(hepburn("さっぽろ") == "sapporo");
  CHECK(hepburn("いっちょう") == "itcho");
  CHECK(hepburn("べっし") == "besshi");
  CHECK(hepburn("すっつ") == "suttsu");
}

TEST_CASE("what is no hiragana stays as it is") {
  CHECK(hepburn("").empty());
  CHECK(hepburn("A-1") == "A-1");
}
