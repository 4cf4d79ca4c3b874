#include "model/unit_words.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

std::string unit_in(std::string_view heading) {
  const auto unit = unit_of_heading(heading);
  return unit ? unit->word : "";
}

bool words_contradict(std::string_view one, std::string_view other) {
  return contradict(*known_unit(one), *known_unit(other));
}

}  // namespace

TEST_CASE("units are known by their words, with and without a thousand in front") {
  for (const char* word : {"円", "千円", "百万円", "億円", "人", "万人", "名", "千件", "%", "％",
                           "時間", "分", "㎡", "箇所", " 円 ", "円/月"})
    CHECK_MESSAGE(known_unit(word), word);
  for (const char* word : {"", "千", "再掲", "注1", "千%", "年", "人員", "一部"})
    CHECK_FALSE_MESSAGE(known_unit(word), word);
}

TEST_CASE("the unit of a heading stands in its brackets") {
  CHECK(unit_in("給付費（千円）") == "千円");
  CHECK(unit_in("給付費 [百万円]") == "百万円");
  CHECK(unit_in("費用（単位：円）") == "円");
  CHECK(unit_in("利用者数(人)（再掲）") == "人");
  CHECK(unit_in("月額 (円/月)") == "円");
  CHECK(unit_in("人口（人）／令和5年度") == "人");
  for (const char* heading : {"給付費", "給付費（再掲）", "割合（注1）", "人口（人）／割合（%）",
                              "給付費（千円", "75歳以上（人数）"})
    CHECK_MESSAGE(unit_in(heading) == "", heading);
}

TEST_CASE("units of another size or of something else contradict each other") {
  CHECK(words_contradict("円", "千円"));
  CHECK(words_contradict("人", "%"));
  CHECK(words_contradict("時間", "分"));
  CHECK(words_contradict("件", "千件"));
  CHECK_FALSE(words_contradict("人", "名"));
  CHECK_FALSE(words_contradict("件", "か所"));
  CHECK_FALSE(words_contradict("％", "%"));
}
