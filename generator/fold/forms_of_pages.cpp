#include "fold/forms.h"

namespace yokoten {
namespace {

// Figures before and after, of a page in another sheet.
BookForm effects_form(const char* name, const char* pages, const char* note) {
  return {name,
          note,
          {
              {"*page", pages, Entry::id, 24, "そのページの番号", true, {}, pages},
              {"indicator",
               "指標",
               Entry::id,
               22,
               "指標の番号（overtime）。ここに前と後を書くなら空欄",
               false,
               {},
               "indicators"},
              {"part", "内訳", Entry::pair, 28, "指標の一部だけなら、programme=補助事業の番号"},
              {"year", "年度", Entry::year, 8, "報告の年度。空欄なら最も新しいもの"},
              {"from", "前の時期", Entry::period, 11, "指標を2つの時期で比べるとき（2024-03）"},
              {"to", "後の時期", Entry::period, 11, ""},
              {"what", "何の数値か", Entry::line, 40, ""},
              {"before", "前", Entry::number, 10, ""},
              {"after", "後", Entry::number, 10, ""},
              {"unit", "単位", Entry::line, 10, ""},
              {"source", "出典", Entry::line, 44, "どう測ったか"},
          }};
}

}  // namespace

BookForm cases_form() {
  return {
      sheet::cases,
      "好事例。1行に1つのページ。効果と写真は次のシートに書きます。",
      {
          {"*id", "番号", Entry::id, 20, "半角の英小文字、数字、-。ページの住所になります", true},
          {"title", "題名", Entry::line, 36, "", true},
          {"description", "説明", Entry::text, 36, "検索に出る一文"},
          {"crumb", "短い名前", Entry::line, 18, "ページの上の道しるべに出す名前"},
          {"kana", "見出しの上の行", Entry::line, 22, "読みなど"},
          {"summary", "概要", Entry::text, 44, "一覧に出す一文", true},
          {"area", "地域", Entry::code, 10, "市町村か都道府県の6桁のコード（312029）"},
          {"case.areas", "ほかの地域", Entry::ids, 14, "2つ目からの地域のコード。1行に1つ"},
          {"place", "場所", Entry::line, 18, "表に出す地名。空欄なら地域の名前"},
          {"status",
           "状態",
           Entry::word,
           10,
           "資料が計画を述べているか、済んだことか",
           false,
           {{"計画", "planned"}, {"実施済み", "done"}}},
          {"case.services",
           "サービス",
           Entry::lines,
           26,
           "サービスの種類。1行に1つ",
           false,
           {},
           "services"},
          {"case.size", "規模", Entry::line, 12, "事業所の職員数", false, {}, "sizes"},
          {"case.technology",
           "技術",
           Entry::lines,
           24,
           "使った技術。1行に1つ",
           false,
           {},
           "technologies"},
          {"case.themes",
           "テーマ",
           Entry::lines,
           24,
           "取組のテーマ。1行に1つ",
           false,
           {},
           "themes"},
          {"case.award.name", "表彰", Entry::line, 28, "受けた表彰の名前"},
          {"case.award.year", "表彰の年度", Entry::year, 11, "2024"},
          {"case.award.prize", "賞", Entry::line, 14, "優良賞など"},
          {"fact", "一言の数値", Entry::line, 30, "一覧に出す短い数値"},
          {"as_of", "時点の文", Entry::line, 30, ""},
          {"order", "並び順", Entry::number, 8, "小さい順"},
          {"sources", "出典", Entry::lines, 40, "何をもとに書いたか。1行に1つ", true},
          {"*body", "本文", Entry::body, 70,
           "ふつうの文。空の行で段落が分かれ、## で始まる行は見出しになります"},
          {"*more", "詳しい設定", Entry::body, 20, "ふつうは空欄"},
      }};
}

BookForm case_effects_form() {
  return effects_form(
      sheet::effects, sheet::cases,
      "好事例の前と後。指標の番号を書けば集計した数値が、書かなければここに書いた数値が出ます。");
}

BookForm case_photos_form() {
  return {
      sheet::photos,
      "好事例の写真。1行に1枚。写真は、このエクセルの隣の photos フォルダーに置きます。",
      {
          {"*page", "好事例", Entry::id, 24, "「好事例」の番号", true, {}, sheet::cases},
          {"file", "ファイル", Entry::id, 34, "photos/night-shift.jpg。名前は半角", true},
          {"alt", "写真の説明", Entry::line, 60, "見えない人に、何が写っているかを伝える文", true},
          {"credit", "提供", Entry::line, 24, "撮った人か団体"},
          {"taken", "撮った時", Entry::moment, 12, "2025-02 か 2025-02-13"},
      }};
}

BookForm projects_form() {
  return {
      sheet::projects,
      "モデル事業（面的支援、ケアプランデータ連携）。1行に1つのページ。事業所、結果、文書は次のシー"
      "トに書きます。",
      {
          {"*id", "番号", Entry::id, 24, "半角の英小文字、数字、-。ページの住所になります", true},
          {"title", "題名", Entry::line, 40, "", true},
          {"description", "説明", Entry::text, 36, "検索に出る一文"},
          {"crumb", "短い名前", Entry::line, 20, "ページの上の道しるべに出す名前"},
          {"summary", "概要", Entry::text, 44, "一覧に出す一文", true},
          {"area", "モデル地域", Entry::code, 12, "市町村の6桁のコード（312029）", true},
          {"fact", "一言の数値", Entry::line, 34, "一覧に出す短い数値"},
          {"order", "並び順", Entry::number, 8, "小さい順"},
          {"project.programme",
           "補助事業",
           Entry::id,
           26,
           "「補助事業」の番号",
           true,
           {},
           sheet::programmes},
          {"project.period.from", "始めた月", Entry::period, 11, "2024-07", true},
          {"project.period.to", "終えた月", Entry::period, 11, "2025-03", true},
          {"project.cost", "費用（円）", Entry::number, 14, "補助事業で使った額", true},
          {"project.visit.how", "見学のしかた", Entry::text, 34, "受け入れるとき"},
          {"project.visit.none", "受け入れない理由", Entry::text, 30, "受け入れないとき"},
          {"project.contact", "問い合わせ先", Entry::text, 30, ""},
          {"sources", "出典", Entry::lines, 30, "1行に1つ"},
          {"*body", "本文", Entry::body, 70,
           "ふつうの文。空の行で段落が分かれ、## で始まる行は見出しになります"},
          {"*more", "詳しい設定", Entry::body, 20, "ふつうは空欄"},
      }};
}

BookForm project_offices_form() {
  return {
      sheet::offices,
      "モデル事業に加わった事業所。1行に1か所。",
      {
          {"*page", "モデル事業", Entry::id, 24, "「モデル事業」の番号", true, {}, sheet::projects},
          {"service", "サービス", Entry::line, 28, "サービスの種類", true, {}, "services"},
          {"role", "役割", Entry::text, 50, "何をしたか", true},
          {"name", "名前", Entry::line, 26, "載せてよいときだけ"},
          {"terminals", "端末の数", Entry::number, 10, "買ったとき"},
          {"terminal_cost", "端末1台（円）", Entry::number, 14, "1台の額"},
      }};
}

BookForm project_results_form() {
  return effects_form(sheet::results, sheet::projects,
                      "モデル事業の前と後。指標の番号を書けば集計した数値が、書かなければここに書い"
                      "た数値が出ます。");
}

BookForm project_documents_form() {
  return {
      sheet::documents,
      "ページからダウンロードできる文書。1行に1つ。",
      {
          {"*page", "モデル事業", Entry::id, 24, "「モデル事業」の番号", true, {}, sheet::projects},
          {"title", "題名", Entry::line, 40, "", true},
          {"path", "ファイル", Entry::id, 36,
           "このエクセルの隣の documents フォルダーのもの（documents/a.pdf）"},
          {"url", "アドレス", Entry::id, 36, "ほかのサイトにあるとき"},
      }};
}

}  // namespace yokoten
