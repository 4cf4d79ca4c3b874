#include "page/whole_sentences.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

/// The text with `{{no}}` silent and every other placeholder filled by its own field.
std::string said(std::string_view text, Unended unended = Unended::kept) {
  Findings findings;
  const Text made = compiled_text(
      text, {"x.md", 1, 1}, [](std::string_view part) { return std::string(part); }, findings);
  return whole_sentences(
      made,
      [](const Placeholder& placeholder) {
        return placeholder.field == "no" ? std::string() : placeholder.field;
      },
      [](const Placeholder& placeholder) { return placeholder.subject != "free"; }, unended);
}

}  // namespace

TEST_CASE("a sentence with something to say stands as it is written") {
  CHECK(said("県は{{3}}位です。全国は{{2}}位です。") == "県は3位です。全国は2位です。");
}

TEST_CASE("a sentence in which a placeholder is silent is left out as a whole") {
  CHECK(said("なかの順位。県では{{no}}位（{{3}}のうち）。次。") == "なかの順位。次。");
  CHECK(said("Rank. Within it is No. {{no}} (of {{3}}).") == "Rank.");
}

TEST_CASE("a placeholder that need not speak leaves its sentence alone") {
  CHECK(said("県{{free.no}}です。") == "県です。");
}

TEST_CASE("elements that reach beyond a sentence stay whole") {
  CHECK(said("<strong>甲{{no}}。</strong>乙。") == "<strong></strong>乙。");
  CHECK(said("甲。<strong>乙{{no}}</strong>です。") == "甲。");
  CHECK(said("<p>甲{{no}}。</p>\n<p>乙。</p>\n") == "<p>乙。</p>\n");
}

TEST_CASE("words without a stop go only where it is asked for") {
  CHECK(said("{{no}}位（のなか）") == "位（のなか）");
  CHECK(said("{{no}}位（のなか）", Unended::left_out).empty());
}

TEST_CASE("what stands in brackets or is quoted with its stop is one sentence") {
  CHECK(said("「{{no}}です。」という。次。") == "次。");
  CHECK(said("（{{no}}です。）次。") == "次。");
}

TEST_CASE("a stop within the words of a placeholder ends no sentence, one at their end does") {
  CHECK(said("{{a b! c}}は{{no}}です。次。") == "次。");
  CHECK(said("{{甲。}}{{no}}乙。次。") == "甲。次。");
}
