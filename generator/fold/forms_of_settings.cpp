#include "fold/forms.h"

namespace yokoten {

BookForm settings_form() {
  return {
      sheet::settings,
      "サイト全体のこと。「内容」の列に書きます。",
      {
          {"*kind",
           "種類",
           Entry::word,
           0,
           "都道府県の発行物か、全国の発行物か",
           true,
           {{"都道府県", "prefecture"}, {"全国", "national"}}},
          {"prefecture",
           "都道府県",
           Entry::line,
           0,
           "種類が「都道府県」のとき、その正式な名前を選びます",
           false,
           {},
           "prefectures"},
          {"title", "題名", Entry::line, 0, "サイトの名前。すべてのページに出ます", true},
          {"short_title", "短い題名", Entry::line, 0, "せまい所に出す短い名前。空欄なら題名"},
          {"publisher", "発行者", Entry::line, 0, "サイトに責任をもつ団体と担当課", true},
          {"contact", "問い合わせ先", Entry::text, 0, "電話、メール、受付の時間など"},
          {"base_url", "公開するアドレス", Entry::id, 0, "https:// で始まり / で終わるアドレス",
           true},
          {"licence", "利用規約", Entry::line, 0, "載せたものをどう使ってよいか。国の標準はPDL1.0",
           true},
          {"as_of", "時点", Entry::day, 0,
           "サイト全体がいつの状態を示すか（2025-09-30）。この日より後の数値は誤りとして知らせます",
           true},
          {"years",
           "年の書き方",
           Entry::word,
           0,
           "空欄なら西暦だけ",
           false,
           {{"西暦だけ", "western"}, {"元号と西暦", "both"}}},
          {"notice", "お知らせ", Entry::line, 0,
           "すべてのページの上に出す一文。公開の前に「準備中です」を消します"},
          {"about", "このサイトについて", Entry::text, 0, "すべてのページの下に出す文"},
          {"headline", "主な指標", Entry::ids, 0, "大切な順に、指標の番号を1行に1つ"},
          {"released", "公開済みの版", Entry::lines, 0,
           "前に公開した data/observations.csv。1行に1つ（releases/2025.csv）"},
          {"*more", "詳しい設定", Entry::body, 0,
           "ふつうは空欄。publication.toml の書き方で、ほかの項目を書けます"},
      },
      true,
      true};
}

BookForm menu_form() {
  return {sheet::menu,
          "ページの上と下に並ぶリンク。上から順に出ます。",
          {
              {"*where",
               "位置",
               Entry::word,
               10,
               "ページの上か下か",
               true,
               {{"上", "navigation"}, {"下", "footer"}}},
              {"title", "見出し", Entry::line, 28, "リンクの文字", true},
              {"path", "ページ", Entry::id, 28, "サイトの中の場所（indicators/）。空欄はトップ"},
          }};
}

BookForm programmes_form() {
  return {sheet::programmes,
          "効果の報告がいる補助事業。1行に1つ。",
          {
              {"id", "番号", Entry::id, 26,
               "半角の英小文字、数字、-。ほかのシートはこの番号で指します", true},
              {"title", "補助事業の名前", Entry::line, 52, "正式な名前", true},
              {"names", "別の書き方", Entry::lines, 34, "報告や一覧に出てくる別の名前。1行に1つ"},
              {"executed", "実施年度", Entry::year, 10,
               "補助を受けて実施した年度（2024）。翌年度から報告します", true},
              {"reports", "報告の回数", Entry::number, 11, "空欄なら3回。報告がいらなければ0"},
              {"clause",
               "公表の種類",
               Entry::word,
               22,
               "結果を公表するモデル事業のときだけ",
               false,
               {{"面的支援", "model-region"}, {"ケアプランデータ連携", "data-link"}}},
              {"budget", "予算の年度", Entry::year, 11, "公表の種類を書いたとき（2023）"},
          }};
}

BookForm events_form() {
  return {sheet::events,
          "研修、報告会、見学会など。1行に1つ。時点より後のものは予定として、前のものは終わったもの"
          "として出ます。",
          {
              {"*id", "番号", Entry::id, 26,
               "半角の英小文字、数字、-。カレンダーが覚えるので、後で変えません", true},
              {"title", "題名", Entry::line, 34, "", true},
              {"*date", "日", Entry::day, 12, "1日のときはその日、続くときは初めの日（2025-11-12）",
               true},
              {"*to", "終わりの日", Entry::day, 12, "2日以上続くときだけ"},
              {"start", "開始", Entry::time, 8, "13:30"},
              {"end", "終了", Entry::time, 8, "16:00"},
              {"place", "会場", Entry::line, 26, "会場かオンラインのどちらか、または両方"},
              {"online", "オンライン", Entry::line, 26,
               "参加のしかた。https:// で始まればリンクになります"},
              {"for", "対象", Entry::line, 32, "だれのためのものか", true},
              {"organiser", "主催", Entry::line, 26, "", true},
              {"apply", "申込み", Entry::line, 30, "いつまでに、どのように", true},
              {"contact", "問い合わせ先", Entry::line, 26, "", true},
              {"about", "内容", Entry::text, 44, ""},
              {"programme",
               "補助事業",
               Entry::id,
               26,
               "「補助事業」の番号。関わりがなければ空欄",
               false,
               {},
               sheet::programmes},
              {"*more", "詳しい設定", Entry::body, 20, "ふつうは空欄"},
          }};
}

BookForm contacts_form() {
  return {sheet::contacts,
          "相談や問い合わせができる所と、結果をともに広める団体。1行に1つ。電話、メール、アドレスの"
          "どれかは要ります。",
          {
              {"*kind",
               "種類",
               Entry::word,
               14,
               "担当課と相談センターは1つまで",
               true,
               {{"担当課", "department"}, {"相談センター", "centre"}, {"団体", "association"}}},
              {"name", "名前", Entry::line, 40, "", true},
              {"run_by", "運営", Entry::line, 26, "相談センターを運営する団体"},
              {"about", "内容", Entry::text, 44, "何を相談できるか、何をしているか"},
              {"phone", "電話", Entry::line, 18, "半角で 0857-00-0000"},
              {"email", "メール", Entry::line, 24, ""},
              {"url", "アドレス", Entry::line, 34, "https:// で始まるもの"},
              {"address", "所在地", Entry::line, 34, ""},
              {"hours", "受付時間", Entry::line, 24, "平日 8:30～17:15"},
              {"as_of", "確かめた日", Entry::moment, 12,
               "相談センターでは必ず。名前、所在地、電話番号を確かめた日"},
          }};
}

BookForm waivers_form() {
  return {sheet::waivers,
          "公表が要件なのに公表しないもの。1行に1つ。理由は読者に見えます。",
          {
              {"programme",
               "補助事業",
               Entry::id,
               26,
               "「補助事業」の番号",
               true,
               {},
               sheet::programmes},
              {"item",
               "公表しないもの",
               Entry::word,
               26,
               "",
               true,
               {{"モデルごとの結果", "results"},
                {"見学の受け入れ", "visits"},
                {"相談の窓口", "contact"},
                {"研修などの横展開", "training"},
                {"団体との連携", "associations"},
                {"効果の集計", "effects"},
                {"好事例", "cases"},
                {"出典と時点", "sources"}}},
              {"reason", "理由", Entry::text, 44, "なぜ公表しないか", true},
              {"decided_by", "決めた人", Entry::line, 18, "", true},
              {"decided_on", "決めた日", Entry::moment, 12, "2026-11-20", true},
          }};
}

BookForm corrections_form() {
  return {sheet::corrections,
          "資料の誤記の読み替え。資料そのものは変えません。1行に1つのセル。",
          {
              {"source", "資料", Entry::id, 28, "「資料」の番号", true, {}, sheet::sources},
              {"row", "行", Entry::number, 8, "資料の何行目か（見出しが1）", true},
              {"column", "列の見出し", Entry::line, 22, "資料の列の見出し", true},
              {"printed", "印字", Entry::line, 20, "資料にそのまま書いてある値。空のセルなら空欄"},
              {"corrected", "正しい値", Entry::line, 20,
               "読み替える値。効果報告で値を確かめただけなら、印字と同じ値"},
              {"reason", "理由", Entry::text, 44, "なぜそう直すか", true},
              {"decided_by", "決めた人", Entry::line, 18, "", true},
              {"decided_on", "決めた日", Entry::moment, 12, "2026-11-20", true},
          }};
}

BookForm others_form() {
  return {sheet::others,
          "ほかのシートに入らないファイル（指標、ページの文、型紙など）。1行がファイルの1行です。こ"
          "こにないものは、始めに用意されたものを使います。",
          {
              {"*path", "ファイル", Entry::id, 40, "pages/about.md など", true},
              {"*line", "行", Entry::number, 7,
               "見るための番号。書くなら上から小さい順に。空欄でもよい"},
              {"*text", "本文", Entry::body, 110, "その行の文字。空欄は空の行"},
              {"*use",
               "扱い",
               Entry::word,
               12,
               "始めに用意されたファイルを使わないとき「使わない」",
               false,
               {{"使わない", "drop"}}},
          }};
}

}  // namespace yokoten
