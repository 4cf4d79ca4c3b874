#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

/// The table of a spreadsheet whose shares were computed there.
std::string computed_table(const std::string& options) {
  SmallBook book;
  Table table("raw/prefectures.csv", {"都道府県", "事業所", "申請", "率"});
  table.add_row(
      std::vector<std::string_view>{"鳥取県", "7416", "0.1700844390832328", "5.0836030204962246%"},
      2);
  book.publication.tables[0] = table;
  return book.html("table", "source = \"prefectures\"\n" + options, Areas::none);
}

}  // namespace

TEST_CASE("a share that a spreadsheet computed is shown with the decimals of the printed rate") {
  const std::string html = computed_table("");
  CHECK(contains(html, "5.1%"));
  CHECK(contains(html, "0.170084"));
  CHECK_FALSE(contains(html, "5.0836"));
  CHECK_FALSE(contains(html, "0.1700844"));
}

TEST_CASE("a number in the first column of a table is written as in the others") {
  CHECK(contains(computed_table("columns = [\"事業所\", \"率\"]\n"), "7,416"));
}
