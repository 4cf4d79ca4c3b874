#include "command/command_line.h"

#include "command/version.h"

namespace yokoten {
namespace {

// What a value is: shells complete paths, and offer what is one of a few words.
constexpr const char* path = "PATH";
constexpr const char* folder = "DIR";
constexpr const char* any_file = "FILE";

const CLI::Validator not_empty(
    [](const std::string& text) { return text.empty() ? "it is empty" : std::string(); }, "",
    "not empty");

/// What a verb teaches below its options.
struct Lesson {
  std::string example;
  std::string failure;  ///< what exit code 1 means
};

CLI::App* add_verb(CLI::App& app, const std::string& name, const std::string& help,
                   const Lesson& lesson) {
  CLI::App* verb = app.add_subcommand(name, help);
  verb->footer("\nExample:\n  " + lesson.example + "\n\nExit codes: 0 fine; 1 " + lesson.failure +
               "; 2 wrong usage");
  return verb;
}

/// `--format` of a verb that prints text, or JSON where `json` becomes true.
CLI::Option* add_format(CLI::App* verb, bool& json, const std::string& usual,
                        const std::string& help) {
  return verb
      ->add_option_function<std::string>(
          "--format", [&json](const std::string& word) { json = word == "json"; }, help)
      ->check(CLI::IsMember({usual, std::string("json")}));
}

CLI::Option* add_path(CLI::App* verb, const std::string& name, std::string& value,
                      const std::string& help, const char* type = path) {
  return verb->add_option(name, value, help)->type_name(type)->check(not_empty);
}

void add_publication(CLI::App* verb, std::string& value) {
  add_path(verb, "PUB", value, "publication: its folder (data/national) or workbook (tottori.xlsx)")
      ->required();
}

CLI::App* add_new(CLI::App& app, NewArguments& arguments) {
  CLI::App* verb = add_verb(app, "new", "begin a publication that builds at once",
                            {"yokoten new data/tottori --kind prefecture --prefecture 鳥取県",
                             "something is there already, or could not be written"});
  add_path(verb, "PUB", arguments.folder,
           "folder to make (data/tottori), or a workbook (tottori.xlsx) with raw/ beside")
      ->required();
  CLI::Option* kind = verb->add_option("--kind", arguments.kind, "national or prefecture")
                          ->check(CLI::IsMember({"national", "prefecture"}));
  CLI::Option* prefecture =
      verb->add_option("--prefecture", arguments.prefecture, "its full name: 鳥取県")
          ->check(not_empty);
  add_path(verb, "--from", arguments.from,
           "spell this publication the other way: a workbook as a folder, or a folder as a "
           "workbook")
      ->excludes(kind, prefecture);
  return verb;
}

CLI::App* add_pull(CLI::App& app, PullArguments& arguments) {
  CLI::App* verb =
      add_verb(app, "pull", "take the files of a publication's sources from the web",
               {"yokoten pull data/national", "findings that block, raw/ stays as it was"});
  add_publication(verb, arguments.folder);
  verb->add_flag("--strict", arguments.strict, "a source that can't be pulled is an error");
  CLI::Option* check =
      verb->add_flag("--check", arguments.check_only, "tell what would change, write nothing");
  verb->add_flag("--update-lock", arguments.update_lock, "pin in pull.lock the files that come now")
      ->excludes(check);
  return verb;
}

CLI::App* add_check(CLI::App& app, CheckArguments& arguments) {
  CLI::App* verb =
      add_verb(app, "check", "read and check a publication, print findings",
               {"yokoten check data/prefecture --work-list", "findings that block a build"});
  add_publication(verb, arguments.folder);
  add_format(verb, arguments.json, "text", "text or json");
  verb->add_flag("--work-list", arguments.work_list,
                 "print what is to be settled with the offices that report effects");
  add_path(verb, "--work-list-file", arguments.work_list_file,
           "write it as well: OUT.csv, OUT.xlsx or OUT.json", any_file);
  add_path(verb, "--annotate", arguments.annotate,
           "write OUT.xlsx: the publication as a workbook with each finding at its cell", any_file);
  verb->add_flag("--duty", arguments.duty,
                 "print what the programmes bind to publish, and where it is")
      ->excludes("--work-list");
  return verb;
}

CLI::App* add_build(CLI::App& app, BuildArguments& arguments) {
  CLI::App* verb =
      add_verb(app, "build", "build the site of one or more publications",
               {"yokoten build data/prefecture",
                "findings that block, or work that failed (the old site stays as it was)"});
  verb->add_option("PUB", arguments.folders, "publications: folders or workbooks")
      ->type_name(path)
      ->required()
      ->check(not_empty);
  add_path(verb, "--into", arguments.into,
           "folder of the site (default: site/NAME); of several sites, the folder above them",
           folder);
  verb->add_option("--jobs", arguments.jobs, "threads (default: one a core)")
      ->check(CLI::Range(1, 256));
  verb->add_flag("--anew", arguments.anew,
                 "build also where nothing that a build reads has changed since the last");
  add_format(verb, arguments.json, "text",
             "text, or json: findings and the summary as JSON lines on standard output");
  return verb;
}

CLI::App* add_serve(CLI::App& app, ServeArguments& arguments) {
  CLI::App* verb = add_verb(
      app, "serve", "show a publication on loopback while it is being written",
      {"yokoten serve data/prefecture --port 8080", "the port is taken, or nothing can be shown"});
  add_publication(verb, arguments.folder);
  verb->add_option("--host", arguments.host, "address to serve on (default: 127.0.0.1)");
  verb->add_option("--port", arguments.port, "port (default: 8080)")->check(CLI::Range(1, 65535));
  return verb;
}

CLI::App* add_diff(CLI::App& app, DiffArguments& arguments) {
  CLI::App* verb = add_verb(app, "diff", "tell what is not the same on two sides",
                            {"yokoten diff www/prefecture site/prefecture --format markdown",
                             "a side can't be read, or differs where --exit-code asks"});
  add_path(verb, "OLD", arguments.before, "built site (www/tottori) or publication")->required();
  add_path(verb, "NEW", arguments.after, "the same, as it is now")->required();
  verb->add_option("--format", arguments.format, "text, markdown, json or html")
      ->check(CLI::IsMember({"text", "markdown", "json", "html"}));
  add_path(verb, "--redirects", arguments.redirects,
           "write where moved pages stand now: FILE.conf (nginx), .htaccess (Apache) or "
           "_redirects",
           any_file);
  verb->add_flag("--exit-code", arguments.exit_code, "end with 1 where there is a difference");
  return verb;
}

CLI::App* add_publish(CLI::App& app, PublishArguments& arguments) {
  CLI::App* verb = add_verb(app, "publish", "copy a built site to where it is served from",
                            {"yokoten publish site/prefecture www/prefecture",
                             "nothing was published, what stood there stands"});
  add_path(verb, "SITE", arguments.site, "built site (site/tottori)", folder)->required();
  add_path(verb, "TARGET", arguments.target,
           "folder of the web server, NAME.zip, or a remote as rclone calls it (web:kpi)")
      ->required();
  CLI::Option* compress =
      verb->add_option("--compress", arguments.compress,
                       "put texts there compressed as well: gzip, brotli or gzip,brotli")
          ->delimiter(',')
          ->check(CLI::IsMember({"gzip", "brotli"}));
  CLI::Option* headers = verb->add_flag("--headers", arguments.headers,
                                        "with _headers, for hosts of static sites that read it");
  CLI::Option* preview =
      verb->add_flag("--preview", arguments.preview,
                     "NAME.zip holds a folder that opens by double-click, without a server")
          ->excludes(compress, headers);
  CLI::Option* approval = add_path(
      verb, "--approval", arguments.approval,
      "publish only what this file approves: approval.toml with the site's hash", any_file);
  verb->add_flag("--rollback", arguments.rollback,
                 "make the site stand again that the last publish replaced")
      ->excludes(compress, headers, preview, approval);
  return verb;
}

CLI::App* add_table(CLI::App& app, TableArguments& arguments) {
  CLI::App* verb =
      add_verb(app, "table", "print how a table's file is read",
               {"yokoten table data/national/raw/awards.csv --propose", "the file can't be read"});
  verb->add_option("FILE", arguments.file, "CSV, TSV, XLSX, ODS, JSON")
      ->type_name(any_file)
      ->required();
  CLI::Option* printed = add_format(verb, arguments.json, "csv", "csv or json: what is printed");
  const auto add_text = [&](const char* name, std::string& value, const char* help) {
    verb->add_option(name, value, help)->check(not_empty);
  };
  add_text("--from", arguments.from,
           "how FILE is read where its name does not say: csv tsv xlsx ods json estat sdmx-csv");
  add_text("--sheet", arguments.sheet, "name of the sheet");
  add_text("--encoding", arguments.encoding, "utf-8, utf-16, cp932, euc-jp (default: detected)");
  add_text("--header", arguments.header, "row of the headings, or rows: 3 or 3,4");
  add_text("--skip", arguments.skip, "rows that are not read: 5,40-45,50-");
  add_text("--range", arguments.range, "cells that are the table: A3:F50");
  add_text("--rows-at", arguments.rows_at, "JSON pointer of the rows: /result/records");
  verb->add_flag("--propose", arguments.propose,
                 "print a [[source]] entry for sources.toml instead")
      ->excludes(printed);
  return verb;
}

CLI::App* add_explain(CLI::App& app, ExplainArguments& arguments) {
  CLI::App* verb = add_verb(
      app, "explain", "tell how a figure came about",
      {"yokoten explain data/national careplan-link-rate 鳥取県", "there is no such figure"});
  add_publication(verb, arguments.folder);
  verb->add_option("INDICATOR", arguments.indicator, "its file's name: careplan-link-rate")
      ->required();
  verb->add_option("AREA", arguments.area, "name or code: 鳥取県, 鳥取県米子市, 312029")
      ->required();
  verb->add_option("PERIOD", arguments.period,
                   "2024-09-13, 2024-09, 2024FY … (default: the newest)");
  verb->add_option("--part", arguments.part, "a part of the whole: its code, or KEY=CODE");
  add_format(verb, arguments.json, "text", "text or json");
  return verb;
}

CLI::App* add_chart(CLI::App& app, ChartArguments& arguments) {
  CLI::App* verb = add_verb(app, "chart", "draw a Vega-Lite specification as SVG",
                            {"yokoten chart data/handbook/charts/offices.vl.json --width 640",
                             "what is not drawn, by its JSON pointer"});
  verb->add_option("SPEC", arguments.file, "SPEC.vl.json")->type_name(any_file)->required();
  verb->add_option(
          "--width", arguments.width,
          "px in place of the width in SPEC; of the whole picture where it says container (640)")
      ->check(CLI::Range(1, 10000));
  verb->add_option("--theme", arguments.theme, "light, dark or both")
      ->check(CLI::IsMember({"light", "dark", "both"}));
  return verb;
}

}  // namespace

CommandLine::CommandLine()
    : app("Yokoten turns aggregated figures of long-term care into a static site.") {
  app.set_version_flag("--version", version());
  app.require_subcommand(0, 1);
  app.add_option("--lang", language, "language of the messages: ja or en (default: the locale)")
      ->check(CLI::IsMember({"ja", "en"}));
  app.add_flag("--quiet", quiet,
               "no progress and no summary on standard error; findings and errors are told");
  // What verbs are to have of this they take when they are added.
  app.fallthrough();
  new_verb = add_new(app, begun);
  pull_verb = add_pull(app, pull);
  check_verb = add_check(app, check);
  build_verb = add_build(app, build);
  serve_verb = add_serve(app, serve);
  diff_verb = add_diff(app, diff);
  publish_verb = add_publish(app, publish);
  table_verb = add_table(app, table);
  explain_verb = add_explain(app, explain);
  add_chart(app, chart);
  app.footer(
      "\nExample, from nothing to a site that a browser opens:\n"
      "  yokoten new data/kpi\n"
      "  yokoten check data/kpi\n"
      "  yokoten build data/kpi\n"
      "\nEach verb tells more: yokoten build --help. The whole manual: man yokoten\n"
      "Exit codes: 0 fine; 1 findings that block, or work that failed; 2 wrong usage");
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
