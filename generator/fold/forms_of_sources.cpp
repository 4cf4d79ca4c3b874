#include "fold/forms.h"

namespace yokoten {
namespace {

std::vector<BookWord> kind_words() {
  return {{"数値の表", "figures"},
          {"団体の一覧", "list"},
          {"名簿", "records"},
          {"KPIの枠組み", "framework"},
          {"区分の名前", "labels"},
          {"境界", "boundaries"},
          {"効果報告", "effect-reports"},
          {"補助事業所リスト", "subsidised-offices"},
          {"好事例の一覧", "cases"}};
}

std::vector<BookWord> item_words() {
  return {{"事業所番号", "office"},
          {"事業所名", "name"},
          {"サービスの種類", "service"},
          {"職員数", "staff"},
          {"区分", "group"},
          {"補助事業名", "programme"},
          {"実施年度", "executed"},
          {"補助No.", "subsidy_number"},
          {"回答日時", "answered"},
          {"総業務時間", "hours"},
          {"残業時間", "overtime"},
          {"有給休暇", "paid_leave"},
          {"離職率", "turnover"},
          {"ストレス", "stress"},
          {"エンゲージメント", "engagement"}};
}

}  // namespace

BookForm sources_form() {
  return {
      sheet::sources,
      "サイトの数値のもとになる表。1行に1つ。ファイルは、このエクセルの隣の raw "
      "フォルダーに置きます。",
      {
          {"id", "番号", Entry::id, 26, "半角の英小文字、数字、-。ほかのシートはこの番号で指します",
           true},
          {"title", "題名", Entry::line, 36, "何の表か", true},
          {"kind", "種類", Entry::word, 18, "空欄なら「数値の表」", false, kind_words()},
          {"*file", "ファイル", Entry::id, 34,
           "raw/effect_reports_2025.csv（.xlsx .ods .tsv .json も）。名前は半角"},
          {"*url", "取得先", Entry::id, 26,
           "ウェブから取ってくるときのアドレス。手元のファイルなら空欄"},
          {"publisher", "作成した機関", Entry::line, 24, "", true},
          {"document", "載っている文書", Entry::line, 36, "", true},
          {"as_of", "時点", Entry::moment, 12,
           "数値の時点（2025-09-30、2025-09）。書かれていなければ空欄"},
          {"published", "公表した時", Entry::moment, 12, ""},
          {"retrieved", "手に入れた時", Entry::moment, 13, ""},
          {"*hash", "照合値", Entry::id, 22,
           "ファイルを後で変えていないことの印（sha256）。空欄なら確かめません"},
          {"licence", "利用規約", Entry::line, 24, ""},
          {"note", "注意", Entry::text, 36, "読む人が知っておくこと"},
          {"area", "地域の列", Entry::line, 18,
           "市町村や都道府県の列の見出し。どの行も同じ地域なら6桁のコード"},
          {"*prefecture_area", "都道府県の列", Entry::line, 16,
           "都道府県と市町村が別の列にあるとき"},
          {"level",
           "地域の種類",
           Entry::word,
           14,
           "空欄なら都道府県",
           false,
           {{"都道府県", "prefecture"}, {"市区町村", "municipality"}}},
          {"period", "時期", Entry::period, 14,
           "数値の時期（2025-09、2024FY）か、時期の列の見出し"},
          {"complete", "全地域がある", Entry::truth, 13,
           "はい: 表にない地域は0。いいえか空欄: 未公表"},
          {"*year", "報告の年度", Entry::line, 14,
           "効果報告だけ。報告した年度（2025）か、年度の列の見出し"},
          {"*duplicates",
           "重なった報告",
           Entry::word,
           18,
           "効果報告だけ。同じ事業所が2度報告したとき",
           false,
           {{"最後のもの", "latest"}, {"確かめるまで数えない", "ask"}}},
          {"sheet", "シート", Entry::line, 14, "ファイルがエクセルで、シートがいくつもあるとき"},
          {"header", "見出しの行", Entry::rows, 11, "空欄なら1行目。何行かあれば 4、5 か 4～6"},
          {"*more", "詳しい設定", Entry::body, 40,
           "ふつうは空欄。sources.toml の書き方で、ほかの項目を書けます"},
      },
      false,
      true};
}

BookForm source_columns_form() {
  return {
      sheet::columns,
      "資料のどの列が何か。1行に1つの列。",
      {
          {"*source", "資料", Entry::id, 28, "「資料」の番号", true, {}, sheet::sources},
          {"*use",
           "使い方",
           Entry::word,
           18,
           "この列を何に使うか。「記号の意味」だけは列でなく、表の記号（－、x）について書きます",
           true,
           {{"報告の列", "report"},
            {"事業所の列", "offices"},
            {"数値の列", "columns"},
            {"内訳の列", "breakdown"},
            {"区分名の列", "labels"},
            {"枠組みの列", "framework"},
            {"記号の意味", "symbols"}}},
          {"*key", "項目", Entry::line, 26,
           "報告と事業所の列は選びます。数値と内訳の列は、指標の式で使う名前（a-z 0-9 -）。"
           "記号の意味は、表の記号",
           true, item_words()},
          {"*heading", "見出し", Entry::line, 30,
           "資料の列の見出し。前と後があるものは、前の列。記号の意味は、公表資料に未掲載、該当なし"
           "、"
           "未報告、設定なし、秘匿、不明、0のどれか",
           true},
          {"*after", "後の見出し", Entry::line, 30, "前と後があるもの（残業時間など）の、後の列"},
      }};
}

}  // namespace yokoten
