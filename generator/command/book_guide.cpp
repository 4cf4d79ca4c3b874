#include "command/book_guide.h"

#include <string_view>

#include "command/row_height.h"

namespace yokoten {
namespace {

constexpr std::string_view guide_lines[] = {
    "■この表でできること",
    "このエクセル1つと、隣の raw "
    "フォルダーに置いた資料から、公表するサイトができます。ほかの文書を書く必要はありません。",
    "■書く順番",
    "1. 「設定」に、題名、発行者、公開するアドレスなどを書きます。【記入】とある所を書き換えます。",
    "2. 資料（効果報告や補助事業所リストのCSVかエクセル）を raw "
    "フォルダーに置き、「資料」に1行ずつ、「資料の列」に見出しを書きます。",
    "3. "
    "「補助事業」「モデル事業」「好事例」「研修・催し」「問い合わせ先」「訂正」に、あるものだけ書き"
    "ます。書くものが"
    "なければ空のままにします。",
    "4. 保存して、yokoten check このファイル.xlsx --annotate 指摘.xlsx "
    "を実行します。指摘が、そのセルの色と注（コメント）になって返ります。",
    "5. 直したら、yokoten build このファイル.xlsx でサイトができます。",
    "6. 公表が要件になっているものは、yokoten check このファイル.xlsx --duty "
    "で確かめます。公表しない"
    "ものは「公表しないもの」に理由を書きます。",
    "■色",
    "濃い青の見出しと黄色のセル: 必ず書く所です。うすい青の見出しと白いセル: "
    "書かなくてもよい所です。",
    "指摘のあるセル: 赤は誤り（直すまでサイトはできません）、黄は注意、青は参考です。",
    "■きまり",
    "「※」で始まる行は説明なので、読まれません。消しても、増やしてもかまいません。空の行、列の順番"
    "も自由です。シートの名前と見出しは変えないでください。",
    "知らないシートは読まず、check がそう知らせます。メモのシートを足してもかまいません。",
    "日付は 2025-09-30、2025/9/30、令和7年9月30日 のどれでも読めます。月だけなら 2025-09 "
    "と書きます。",
    "番号は半角の英小文字、数字、-（ハイフン）で書きます。ほかのシートからは、その番号で指します。",
    "1つのセルに何行か書くときは、Alt+Enter で改行します。",
    "数式は、保存された計算の結果を読みます。結合したセルは使わないでください。",
    "■フォルダーとの関係",
    "このエクセルは、文書のフォルダーと同じことを別の書き方で書いたものです。yokoten build "
    "にこのファイルを渡せばこのファイルが、フォルダーを渡せばフォルダーの文書が使われます。両方を直"
    "すと食い違うので、どちらか一方を使ってください。",
    "yokoten new フォルダー --from このファイル.xlsx でフォルダーに、yokoten new "
    "新しいファイル.xlsx --from フォルダー でエクセルになります。",
};

}  // namespace

void write_guide(lxw_workbook* book, BookFormats& formats) {
  lxw_worksheet* page = workbook_add_worksheet(book, sheet::guide);
  worksheet_set_tab_color(page, 0x2E7D32);
  worksheet_set_column(page, 0, 0, 110, nullptr);
  worksheet_gridlines(page, LXW_HIDE_ALL_GRIDLINES);
  lxw_row_t row = 0;
  worksheet_set_row(page, row, 34, nullptr);
  worksheet_write_string(page, row++, 0, "はじめに", formats.format(BookLook::title));
  for (const std::string_view line : guide_lines) {
    worksheet_set_row(page, row, row_height(lines_in_column(line, 110)), nullptr);
    const bool heading = line.starts_with("■");
    worksheet_write_string(page, row++, 0, std::string(line).c_str(),
                           formats.format(heading ? BookLook::fixed : BookLook::guide));
  }
  worksheet_set_landscape(page);
  worksheet_set_paper(page, 9);
  worksheet_fit_to_pages(page, 1, 0);
}

}  // namespace yokoten
