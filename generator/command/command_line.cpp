#include "command/command_line.h"

#include <memory>

#include "command/declared_verb.h"
#include "command/help_format.h"
#include "command/usage_error.h"
#include "command/version.h"

namespace yokoten {
namespace {

CLI::App* add_new(CLI::App& app, Language language, NewArguments& arguments) {
  DeclaredVerb verb(app, language, "new",
                    {"発行物を新しく始める。すぐにサイトを作れる形でできる",
                     "begin a publication that builds at once"},
                    {"yokoten new data/tottori --kind prefecture --prefecture 鳥取県",
                     {"すでに何かがあるか、書き込めない",
                      "something is there already, or could not be written"}});
  verb.path("PUB", arguments.folder,
            {"作るフォルダー（data/tottori）か、エクセル（tottori.xlsx。raw/ が隣にできる）",
             "folder to make (data/tottori), or a workbook (tottori.xlsx) with raw/ beside"})
      ->required();
  CLI::Option* kind =
      verb.choice("--kind", arguments.kind, {"national", "prefecture"},
                  {"全国（national）か都道府県（prefecture）", "national or prefecture"});
  CLI::Option* prefecture = verb.text("--prefecture", arguments.prefecture,
                                      {"都道府県の正式な名前（鳥取県）", "its full name: 鳥取県"});
  verb.path("--from", arguments.from,
            {"この発行物をもう一方の形に書き直す。エクセルはフォルダーに、フォルダーはエクセルに",
             "spell this publication the other way: a workbook as a folder, or a folder as a "
             "workbook"})
      ->excludes(kind, prefecture);
  return verb.app();
}

CLI::App* add_pull(CLI::App& app, Language language, PullArguments& arguments) {
  DeclaredVerb verb(app, language, "pull",
                    {"発行物の原資料のファイルをウェブから取ってくる",
                     "take the files of a publication's sources from the web"},
                    {"yokoten pull data/national",
                     {"止めるべき指摘（指摘のある原資料のファイルはそのまま）",
                      "findings that block, their files stay as they were"}});
  verb.publication(arguments.folder);
  verb.flag(
      "--strict", arguments.strict,
      {"取ってこられない原資料があれば失敗とする", "a source that can't be pulled is an error"});
  CLI::Option* check =
      verb.flag("--check", arguments.check_only,
                {"何が変わるかだけを示し、何も書かない", "tell what would change, write nothing"});
  verb.flag("--update-lock", arguments.update_lock,
            {"今回取ってきたファイルを pull.lock に固定する",
             "pin in pull.lock the files that come now"})
      ->excludes(check);
  return verb.app();
}

CLI::App* add_check(CLI::App& app, Language language, CheckArguments& arguments) {
  DeclaredVerb verb(
      app, language, "check",
      {"発行物を読んで確かめ、指摘を示す", "read and check a publication, print findings"},
      {"yokoten check data/prefecture --work-list",
       {"サイトを作れない指摘がある", "findings that block a build"}});
  verb.publication(arguments.folder);
  verb.format(arguments.json, "text", {"文章（text）か json", "text or json"});
  verb.flag("--work-list", arguments.work_list,
            {"効果報告について、事業所に確かめることの一覧を示す",
             "print what is to be settled with the offices that report effects"});
  verb.file("--work-list-file", arguments.work_list_file,
            {"その一覧をファイルにも書く（名前は .csv、.xlsx、.json のどれか）",
             "write it as well: OUT.csv, OUT.xlsx or OUT.json"});
  verb.file("--annotate", arguments.annotate,
            {"発行物をエクセル（.xlsx）に書き、指摘をそのセルに付ける",
             "write OUT.xlsx: the publication as a workbook with each finding at its cell"});
  verb.flag("--duty", arguments.duty,
            {"事業で公表が要件になっているものと、それがある場所を示す",
             "print what the programmes bind to publish, and where it is"})
      ->excludes("--work-list");
  return verb.app();
}

CLI::App* add_build(CLI::App& app, Language language, BuildArguments& arguments) {
  DeclaredVerb verb(
      app, language, "build",
      {"発行物のサイトを作る（いくつでも）", "build the site of one or more publications"},
      {"yokoten build data/prefecture",
       {"止めるべき指摘か失敗（これまでのサイトはそのまま）",
        "findings that block, or work that failed (the old site stays)"}});
  verb.paths("PUB", arguments.folders,
             {"発行物。フォルダーかエクセル", "publications: folders or workbooks"})
      ->required();
  verb.folder(
      "--into", arguments.into,
      {"サイトのフォルダー（指定がなければ site/名前）。いくつも作るときは、その上のフォルダー",
       "folder of the site (default: site/NAME); of several sites, the folder above them"});
  verb.number("--jobs", arguments.jobs, 1, 256,
              {"スレッドの数（指定がなければコアの数）", "threads (default: one a core)"});
  verb.flag("--anew", arguments.anew,
            {"前回から何も変わっていなくても作り直す",
             "build also where nothing that a build reads has changed since the last"});
  verb.format(arguments.json, "text",
              {"文章（text）か json。json では、指摘とまとめを標準出力に1行ずつ出す",
               "text, or json: findings and the summary as JSON lines on standard output"});
  return verb.app();
}

CLI::App* add_serve(CLI::App& app, Language language, ServeArguments& arguments) {
  DeclaredVerb verb(
      app, language, "serve",
      {"書いている発行物を、このコンピューターの中だけで表示する",
       "show a publication on loopback while it is being written"},
      {"yokoten serve data/prefecture --port 8080",
       {"ポートが使われているか、表示できない", "the port is taken, or nothing can be shown"}});
  verb.publication(arguments.folder);
  verb.text("--host", arguments.host,
            {"待ち受けるアドレス（指定がなければ 127.0.0.1）",
             "address to serve on (default: 127.0.0.1)"});
  verb.number("--port", arguments.port, 1, 65535,
              {"ポート（指定がなければ 8080）", "port (default: 8080)"});
  return verb.app();
}

CLI::App* add_diff(CLI::App& app, Language language, DiffArguments& arguments) {
  DeclaredVerb verb(app, language, "diff",
                    {"2つをくらべ、違うところを示す", "tell what is not the same on two sides"},
                    {"yokoten diff www/prefecture site/prefecture --format markdown",
                     {"片方が読めないか、--exit-code のときに違いがある",
                      "a side can't be read, or differs where --exit-code asks"}});
  verb.path("OLD", arguments.before,
            {"作ったサイト（www/tottori）か発行物", "built site (www/tottori) or publication"})
      ->required();
  verb.path("NEW", arguments.after, {"同じものの今の姿", "the same, as it is now"})->required();
  verb.choice("--format", arguments.format, {"text", "markdown", "json", "html"},
              {"文章（text）、markdown、json、html のどれか", "text, markdown, json or html"});
  verb.file("--redirects", arguments.redirects,
            {"移ったページの転送を書く。名前は ….conf（nginx）、.htaccess（Apache）、_redirects "
             "のどれか",
             "write where moved pages stand now: FILE.conf (nginx), .htaccess (Apache) or "
             "_redirects"});
  verb.flag("--exit-code", arguments.exit_code,
            {"違いがあれば1で終わる", "end with 1 where there is a difference"});
  return verb.app();
}

CLI::App* add_publish(CLI::App& app, Language language, PublishArguments& arguments) {
  DeclaredVerb verb(app, language, "publish",
                    {"作ったサイトを公開先へ写す", "copy a built site to where it is served from"},
                    {"yokoten publish site/prefecture www/prefecture",
                     {"公開しなかった（前からあるものはそのまま）",
                      "nothing was published, what stood there stands"}});
  verb.folder("SITE", arguments.site, {"作ったサイト（site/tottori）", "built site (site/tottori)"})
      ->required();
  verb.path("TARGET", arguments.target,
            {"ウェブサーバーのフォルダー、….zip、または rclone の remote（web:kpi）",
             "folder of the web server, NAME.zip, or a remote as rclone calls it (web:kpi)"})
      ->required();
  CLI::Option* compress =
      verb.choice("--compress", arguments.compress, {"gzip", "brotli"},
                  {"文章のファイルを圧縮したものも置く（gzip、brotli、gzip,brotli のどれか）",
                   "put texts there compressed as well: gzip, brotli or gzip,brotli"})
          ->delimiter(',');
  CLI::Option* headers = verb.flag("--headers", arguments.headers,
                                   {"_headers も置く。これを読む静的サイトのホスト向け",
                                    "with _headers, for hosts of static sites that read it"});
  CLI::Option* preview =
      verb.flag("--preview", arguments.preview,
                {"サーバーなしでダブルクリックで開けるフォルダーを ….zip に入れる",
                 "NAME.zip holds a folder that opens by double-click, without a server"})
          ->excludes(compress, headers);
  CLI::Option* approval = verb.file(
      "--approval", arguments.approval,
      {"決裁されたサイトだけを公開する。サイトのハッシュを書いた approval.toml を指定する",
       "publish only what this file approves: approval.toml with the site's hash"});
  verb.flag("--rollback", arguments.rollback,
            {"前回の公開で置きかわった、ひとつ前のサイトに戻す",
             "make the site stand again that the last publish replaced"})
      ->excludes(compress, headers, preview, approval);
  return verb.app();
}

void add_table_form(DeclaredVerb& verb, TableArguments& arguments) {
  verb.text("--from", arguments.from,
            {"名前から分からないときの、ファイルの形式: csv、tsv、xlsx、ods、json、estat、sdmx-csv",
             "how FILE is read where its name does not say: csv tsv xlsx ods json estat sdmx-csv"});
  verb.text("--sheet", arguments.sheet, {"シートの名前", "name of the sheet"});
  verb.text("--encoding", arguments.encoding,
            {"文字コード: utf-8、utf-16、cp932、euc-jp（指定がなければ見分ける）",
             "utf-8, utf-16, cp932, euc-jp (default: detected)"});
  verb.text("--header", arguments.header,
            {"見出しの行。何行かあれば 3,4 のように", "row of the headings, or rows: 3 or 3,4"});
  verb.text("--skip", arguments.skip,
            {"読まない行（5,40-45,50-）", "rows that are not read: 5,40-45,50-"});
  verb.text("--range", arguments.range,
            {"表になっているセルの範囲（A3:F50）", "cells that are the table: A3:F50"});
  verb.text("--rows-at", arguments.rows_at,
            {"行のある場所のJSONポインター（/result/records）",
             "JSON pointer of the rows: /result/records"});
}

CLI::App* add_table(CLI::App& app, Language language, TableArguments& arguments) {
  DeclaredVerb verb(app, language, "table",
                    {"表のファイルがどう読まれるかを示す", "print how a table's file is read"},
                    {"yokoten table data/national/raw/awards.csv --propose",
                     {"ファイルが読めない", "the file can't be read"}});
  verb.value("FILE", arguments.file, {"CSV、TSV、XLSX、ODS、JSON", "CSV, TSV, XLSX, ODS, JSON"})
      ->type_name("FILE")
      ->required();
  CLI::Option* printed =
      verb.format(arguments.json, "csv", {"出す形。csv か json", "csv or json: what is printed"});
  add_table_form(verb, arguments);
  verb.flag("--propose", arguments.propose,
            {"表の代わりに、sources.toml に書く [[source]] の案を出す",
             "print a [[source]] entry for sources.toml instead"})
      ->excludes(printed);
  return verb.app();
}

CLI::App* add_explain(CLI::App& app, Language language, ExplainArguments& arguments) {
  DeclaredVerb verb(app, language, "explain",
                    {"数値がどうしてその値になったかを示す", "tell how a figure came about"},
                    {"yokoten explain data/national careplan-link-rate 鳥取県",
                     {"サイトを作れない指摘がある（その数値がなければ 2）",
                      "findings that block a build (2 where there is no such figure)"}});
  verb.publication(arguments.folder);
  verb.text("INDICATOR", arguments.indicator,
            {"指標のファイルの名前（careplan-link-rate）", "its file's name: careplan-link-rate"})
      ->required();
  verb.text("AREA", arguments.area,
            {"地域の名前かコード（鳥取県、鳥取県米子市、312029）",
             "name or code: 鳥取県, 鳥取県米子市, 312029"})
      ->required();
  verb.value("PERIOD", arguments.period,
             {"時期。2024-09-13、2024FY、令和6年度、R6 など（指定がなければ最新）",
              "2024-09-13, 2024FY, FY2024, September 2024 … (default: the newest)"});
  verb.value("--part", arguments.part,
             {"内訳のひとつ。その符号か、項目=符号", "a part of the whole: its code, or KEY=CODE"});
  verb.format(arguments.json, "text", {"文章（text）か json", "text or json"});
  return verb.app();
}

void add_chart(CLI::App& app, Language language, ChartArguments& arguments) {
  DeclaredVerb verb(app, language, "chart",
                    {"Vega-Liteの定義からSVGを描く", "draw a Vega-Lite specification as SVG"},
                    {"yokoten chart data/handbook/charts/offices.vl.json --width 640",
                     {"描けないもの（その場所をJSONポインターで示す）",
                      "what is not drawn, by its JSON pointer"}});
  verb.value("SPEC", arguments.file, {"定義（….vl.json）", "SPEC.vl.json"})
      ->type_name("FILE")
      ->required();
  verb.number(
      "--width", arguments.width, 1, 10000,
      {"定義にある幅の代わりの幅（px）。定義に container とあれば図全体の幅（640）",
       "px in place of the width in SPEC; of the whole picture where it says container (640)"});
  verb.choice("--theme", arguments.theme, {"light", "dark", "both"},
              {"明るい（light）、暗い（dark）、両方（both）", "light, dark or both"});
}

const Message lesson_of_all{
    "\n例（何もないところから、ブラウザーで開けるサイトまで）:\n"
    "  yokoten new data/kpi\n"
    "  yokoten check data/kpi\n"
    "  yokoten build data/kpi\n"
    "\nコマンドごとの説明は yokoten build --help のように。説明書の全体は man yokoten\n"
    "終了コード: 0 正常、1 止めるべき指摘か失敗、2 使い方の誤り",
    "\nExample, from nothing to a site that a browser opens:\n"
    "  yokoten new data/kpi\n"
    "  yokoten check data/kpi\n"
    "  yokoten build data/kpi\n"
    "\nEach verb tells more: yokoten build --help. The whole manual: man yokoten\n"
    "Exit codes: 0 fine; 1 findings that block, or work that failed; 2 wrong usage"};

}  // namespace

CommandLine::CommandLine(Language spoken) {
  const auto say = [spoken](const Message& message) { return message.in(spoken); };
  app.description(say({"Yokoten（横展）は、介護分野の集計値を静的サイトにするプログラムです。",
                       "Yokoten turns aggregated figures of long-term care into a static site."}));
  app.formatter(std::make_shared<HelpFormat>(spoken));
  app.failure_message([spoken](const CLI::App* whole, const CLI::Error& error) {
    return usage_error(*whole, error, spoken);
  });
  app.set_help_flag("-h,--help",
                    say({"この説明を示して終わる", "Print this help message and exit"}));
  app.set_version_flag(
      "--version", version(),
      say({"プログラムの版を示して終わる", "Display program version information and exit"}));
  app.require_subcommand(0, 1);
  app.add_option("--lang", language,
                 say({"説明やメッセージの言語。ja か en（指定がなければロケール）",
                      "language of help and messages: ja or en (default: the locale)"}))
      ->check(DeclaredVerb::one_of({"ja", "en"}, spoken));
  app.add_flag("--quiet", quiet,
               say({"進み具合とまとめを標準エラーに出さない。指摘と失敗は出る",
                    "no progress and no summary on standard error; findings and errors are told"}));
  // What verbs are to have of this they take when they are added.
  app.fallthrough();
  new_verb = add_new(app, spoken, begun);
  pull_verb = add_pull(app, spoken, pull);
  check_verb = add_check(app, spoken, check);
  build_verb = add_build(app, spoken, build);
  serve_verb = add_serve(app, spoken, serve);
  diff_verb = add_diff(app, spoken, diff);
  publish_verb = add_publish(app, spoken, publish);
  table_verb = add_table(app, spoken, table);
  explain_verb = add_explain(app, spoken, explain);
  add_chart(app, spoken, chart);
  app.footer(say(lesson_of_all));
}

std::string CommandLine::subject() const {
  return *new_verb       ? begun.folder
         : *pull_verb    ? pull.folder
         : *check_verb   ? check.folder
         : *build_verb   ? build.folders.front()
         : *diff_verb    ? diff.after
         : *publish_verb ? publish.site
         : *serve_verb   ? serve.folder
         : *explain_verb ? explain.folder
         : *table_verb   ? table.file
                         : chart.file;
}

}  // namespace yokoten
