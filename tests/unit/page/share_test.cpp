#include "page/share.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

struct SharedPage {
  CompiledPage page;

  SharedPage() {
    page.share.append("全国は{{value}}です（{{period}}）。");
    page.description.append("全国の値と目標です。");
  }
  std::string sentence(const Figure* figure) const {
    return share_sentence(page, figure).parts.front().literal;
  }
};

}  // namespace

TEST_CASE("the picture of an indicator without a figure of the whole says what its page is about") {
  const Figure none;
  Observation reason;
  reason.missing = Missing::not_set;
  Figure missing;
  missing.observation = reason;
  CHECK(SharedPage().sentence(&none) == "全国の値と目標です。");
  CHECK(SharedPage().sentence(&missing) == "全国の値と目標です。");
}

TEST_CASE("the picture of an indicator with a figure or a bound says it") {
  Observation seen;
  seen.lower = Decimal{20, 1};
  Figure bound;
  bound.observation = seen;
  CHECK(SharedPage().sentence(&bound) == "全国は{{value}}です（{{period}}）。");
  CHECK(SharedPage().sentence(nullptr) == "全国は{{value}}です（{{period}}）。");
}
