#include "measure/cell_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/excerpt.h"
#include "base/text.h"
#include "model/period_words.h"

namespace yokoten {

Message period_wanted(std::string_view whole) {
  const std::string cell = excerpt(whole, most_of_cell);
  if (const Message why = why_no_period(whole); !why.en.empty())
    return {fmt::format("「{}」は時点として読めません。{}", cell, why.ja),
            fmt::format("\"{}\" is no period: {}", cell, why.en)};
  return {
      fmt::format("「{}」は時点として読めません。2024-09-13、2024-09、2025-"
                  "Q1（1～3月）、2024FY、令和6年度のように（年か年度かが分かるように）書いてくだ"
                  "さい",
                  cell),
      fmt::format("\"{}\" is no period; write 2024-09-13, 2024-09, 2025-Q1 (January to March), "
                  "2024FY or "
                  "令和6年度 (R6 alone may be a year or a fiscal year)",
                  cell)};
}

Message year_unclear(std::string_view cell, std::string_view heading) {
  return {fmt::format("「{}」の下の「{}」は、暦年か年度か日付か分かりません。2024年、2024年度、"
                      "2025-03-31のように書くか、見出しを「年」か「年度」にしてください",
                      heading, cell),
          fmt::format("\"{}\" below \"{}\" may be a calendar year, a fiscal year or a day; write "
                      "2024年, 2024年度 or 2025-03-31, or make the heading 年 or 年度",
                      cell, heading)};
}

Message year_contradicts(std::string_view cell, std::string_view heading) {
  return {fmt::format("「{}」は暦年ですが、見出しは「{}」です。年度なら2024年度か2024FYのように"
                      "書き、暦年なら見出しを「年」にしてください",
                      cell, heading),
          fmt::format("\"{}\" is a calendar year, but its heading is \"{}\"; write 2024年度 or "
                      "2024FY for a fiscal year, or make the heading 年",
                      cell, heading)};
}

Message number_in_merged_cells(std::string_view cell) {
  return {fmt::format("結合されたセルの数値「{}"
                      "」を、どの行・列のものか決められません。結合を解いてそれぞれの"
                      "値を書くか、corrections.toml でこのセルの値を示してください",
                      cell),
          fmt::format("the number {} stands in merged cells, so it is unclear which row or column "
                      "it belongs to; take the merge apart, or give this cell's value in "
                      "corrections.toml",
                      cell)};
}

bool is_ditto(std::string_view cell) {
  const std::string text = tight_text(cell);
  return std::ranges::any_of(std::array{"〃", "″", "\"", "”", "同上", "々", "仝"},
                             [&](std::string_view mark) { return text == mark; });
}

Message part_wanted(std::string_view heading, std::string_view cell) {
  if (!cell.empty())
    return {fmt::format("内訳の列「{}」の「{}」は上の行と同じという印で、内訳の名前ではないため数え"
                        "ません。corrections.toml で名前に直してください",
                        heading, cell),
            fmt::format("{} below {} only says that it is as above, and is no name of a part; the "
                        "row is not counted; put the name in by corrections.toml",
                        cell, heading)};
  return {fmt::format("内訳の列「{}」が空です。どの内訳の値か決められないため数えません。省かれた"
                      "名前なら corrections.toml で補い、合計の行なら total_row に書いてください",
                      heading),
          fmt::format("nothing stands under {}, so it is unclear which part this row is, and it is "
                      "not counted; put the name in by corrections.toml, or name the row under "
                      "total_row if it is a total",
                      heading)};
}

}  // namespace yokoten
