#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include "base/freed_memory.h"
#include "base/interruption.h"
#include "base/memory_end.h"
#include "command/commands.h"

namespace {

using yokoten::Language;

// LC_ALL before LC_MESSAGES before LANG, as gettext reads them.
Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0')
      return std::string_view(value).starts_with("ja") ? Language::ja : Language::en;
  }
  return Language::en;
}

std::string home_folder() {
  const char* home = std::getenv("YOKOTEN_HOME");
  return home != nullptr && *home != '\0' ? home : YOKOTEN_HOME;
}

const CLI::Validator not_empty(
    [](const std::string& text) { return text.empty() ? "it is empty" : std::string(); }, "",
    "not empty");

// Said where nothing can be made up any more.
std::string without_memory(const std::string& subject, Language language) {
  const yokoten::Message message{
      "メモリーが足りません。ここで終わります。書きかけのものは公開されません",
      "no memory is left, so this ends here; nothing half-written stands anywhere"};
  return subject + ": error memory.out " + (language == Language::ja ? message.ja : message.en) +
         '\n';
}

// What did not reach its reader was not said.
int flushed(int result) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return result;
  std::cerr << "yokoten: can't write to standard output\n";
  return yokoten::failed;
}

}  // namespace

int main(int argc, char** argv) {
  yokoten::keep_freed_memory();
  yokoten::end_without_memory(
      "yokoten: error memory.out no memory is left, not even for the words of the command\n");
  CLI::App app{"Yokoten turns aggregated figures of long-term care into a static site."};
  app.set_version_flag("--version", YOKOTEN_VERSION);
  app.require_subcommand(0, 1);
  std::string language_word;
  app.add_option("--lang", language_word,
                 "language of the messages: ja or en (default: the locale)")
      ->check(CLI::IsMember({"ja", "en"}));
  bool quiet = false;
  app.add_flag("--quiet", quiet,
               "no progress and no summary on standard error; findings and errors are told");
  app.fallthrough();

  yokoten::NewArguments begun;
  CLI::App* new_verb = app.add_subcommand("new", "begin a publication that builds at once");
  new_verb
      ->add_option("PUB", begun.folder,
                   "folder to make (data/tottori), or a workbook (tottori.xlsx) with raw/ beside")
      ->required()
      ->check(not_empty);
  CLI::Option* new_kind = new_verb->add_option("--kind", begun.kind, "national or prefecture")
                              ->check(CLI::IsMember({"national", "prefecture"}));
  CLI::Option* new_prefecture =
      new_verb->add_option("--prefecture", begun.prefecture, "its full name: 鳥取県")
          ->check(not_empty);
  new_verb
      ->add_option("--from", begun.from,
                   "spell this publication the other way: a workbook as a folder, or a folder as a "
                   "workbook")
      ->check(not_empty)
      ->excludes(new_kind, new_prefecture);

  yokoten::PullArguments pull;
  CLI::App* pull_verb =
      app.add_subcommand("pull", "take the files of a publication's sources from the web");
  pull_verb
      ->add_option("PUB", pull.folder,
                   "publication: its folder (data/national) or workbook (tottori.xlsx)")
      ->required()
      ->check(not_empty);
  pull_verb->add_flag("--strict", pull.strict, "a source that can't be pulled is an error");
  CLI::Option* only_check =
      pull_verb->add_flag("--check", pull.check_only, "tell what would change, write nothing");
  pull_verb->add_flag("--update-lock", pull.update_lock, "pin in pull.lock the files that come now")
      ->excludes(only_check);

  yokoten::CheckArguments check;
  std::string check_format = "text";
  CLI::App* check_verb =
      app.add_subcommand("check", "read and check a publication, print findings");
  check_verb
      ->add_option("PUB", check.folder,
                   "publication: its folder (data/national) or workbook (tottori.xlsx)")
      ->required()
      ->check(not_empty);
  check_verb->add_option("--format", check_format, "text or json")
      ->check(CLI::IsMember({"text", "json"}));
  check_verb->add_flag("--work-list", check.work_list,
                       "print what is to be settled with the offices that report effects");
  check_verb
      ->add_option("--work-list-file", check.work_list_file,
                   "write it as well: OUT.csv, OUT.xlsx or OUT.json")
      ->check(not_empty);
  check_verb
      ->add_option("--annotate", check.annotate,
                   "write OUT.xlsx: the publication as a workbook with each finding at its cell")
      ->check(not_empty);

  check_verb
      ->add_flag("--duty", check.duty, "print what the programmes bind to publish, and where it is")
      ->excludes("--work-list");

  yokoten::BuildArguments build;
  CLI::App* build_verb = app.add_subcommand("build", "build the site of one or more publications");
  build_verb->add_option("PUB", build.folders, "publications: folders or workbooks")
      ->required()
      ->check(not_empty);
  build_verb
      ->add_option(
          "--into", build.into,
          "folder of the site (default: site/NAME); of several sites, the folder above them")
      ->check(not_empty);
  build_verb->add_option("--jobs", build.jobs, "threads (default: one a core)")
      ->check(CLI::Range(1, 256));
  build_verb->add_flag("--anew", build.anew,
                       "build also where nothing that a build reads has changed since the last");
  std::string build_format = "text";
  build_verb
      ->add_option("--format", build_format,
                   "text, or json: findings and the summary as JSON lines on standard output")
      ->check(CLI::IsMember({"text", "json"}));

  yokoten::ServeArguments serve;
  CLI::App* serve_verb =
      app.add_subcommand("serve", "show a publication on loopback while it is being written");
  serve_verb->add_option("PUB", serve.folder, "publication: its folder or workbook")
      ->required()
      ->check(not_empty);
  serve_verb->add_option("--host", serve.host, "address to serve on (default: 127.0.0.1)");
  serve_verb->add_option("--port", serve.port, "port (default: 8080)")->check(CLI::Range(1, 65535));

  yokoten::DiffArguments diff;
  CLI::App* diff_verb = app.add_subcommand("diff", "tell what is not the same on two sides");
  diff_verb->add_option("OLD", diff.before, "built site (www/tottori) or publication")
      ->required()
      ->check(not_empty);
  diff_verb->add_option("NEW", diff.after, "the same, as it is now")->required()->check(not_empty);
  diff_verb->add_option("--format", diff.format, "text, markdown, json or html")
      ->check(CLI::IsMember({"text", "markdown", "json", "html"}));
  diff_verb
      ->add_option("--redirects", diff.redirects,
                   "write where moved pages stand now: FILE.conf (nginx), .htaccess (Apache) or "
                   "_redirects")
      ->check(not_empty);
  diff_verb->add_flag("--exit-code", diff.exit_code, "end with 1 where there is a difference");

  yokoten::PublishArguments publish;
  CLI::App* publish_verb =
      app.add_subcommand("publish", "copy a built site to where it is served from");
  publish_verb->add_option("SITE", publish.site, "built site (site/tottori)")
      ->required()
      ->check(not_empty);
  publish_verb
      ->add_option("TARGET", publish.target,
                   "folder of the web server, NAME.zip, or a remote as rclone calls it (web:kpi)")
      ->required()
      ->check(not_empty);
  CLI::Option* compress =
      publish_verb
          ->add_option("--compress", publish.compress,
                       "put texts there compressed as well: gzip, brotli or gzip,brotli")
          ->delimiter(',')
          ->check(CLI::IsMember({"gzip", "brotli"}));
  CLI::Option* headers = publish_verb->add_flag(
      "--headers", publish.headers, "with _headers, for hosts of static sites that read it");
  CLI::Option* preview =
      publish_verb
          ->add_flag("--preview", publish.preview,
                     "NAME.zip holds a folder that opens by double-click, without a server")
          ->excludes(compress, headers);
  CLI::Option* approval =
      publish_verb
          ->add_option("--approval", publish.approval,
                       "publish only what this file approves: approval.toml with the site's hash")
          ->check(not_empty);
  publish_verb
      ->add_flag("--rollback", publish.rollback,
                 "make the site stand again that the last publish replaced")
      ->excludes(compress, headers, preview, approval);

  yokoten::TableArguments table;
  std::string table_format = "csv";
  CLI::App* table_verb = app.add_subcommand("table", "print how a table's file is read");
  table_verb->add_option("FILE", table.file, "CSV, TSV, XLSX, ODS, JSON")->required();
  CLI::Option* printed =
      table_verb->add_option("--format", table_format, "csv or json: what is printed")
          ->check(CLI::IsMember({"csv", "json"}));
  table_verb
      ->add_option("--from", table.from,
                   "how FILE is read where its name does not say: csv tsv xlsx ods json estat "
                   "sdmx-csv")
      ->check(not_empty);
  table_verb->add_option("--sheet", table.sheet, "name of the sheet")->check(not_empty);
  table_verb
      ->add_option("--encoding", table.encoding, "utf-8, utf-16, cp932, euc-jp (default: detected)")
      ->check(not_empty);
  table_verb->add_option("--header", table.header, "row of the headings, or rows: 3 or 3,4")
      ->check(not_empty);
  table_verb->add_option("--skip", table.skip, "rows that are not read: 5,40-45,50-")
      ->check(not_empty);
  table_verb->add_option("--range", table.range, "cells that are the table: A3:F50")
      ->check(not_empty);
  table_verb->add_option("--rows-at", table.rows_at, "JSON pointer of the rows: /result/records")
      ->check(not_empty);
  table_verb
      ->add_flag("--propose", table.propose, "print a [[source]] entry for sources.toml instead")
      ->excludes(printed);

  yokoten::ExplainArguments explain;
  std::string explain_format = "text";
  CLI::App* explain_verb = app.add_subcommand("explain", "tell how a figure came about");
  explain_verb->add_option("PUB", explain.folder, "publication: its folder or workbook")
      ->required()
      ->check(not_empty);
  explain_verb->add_option("INDICATOR", explain.indicator, "its file's name: careplan-link-rate")
      ->required();
  explain_verb->add_option("AREA", explain.area, "name or code: 鳥取県, 鳥取県米子市, 312029")
      ->required();
  explain_verb->add_option("PERIOD", explain.period,
                           "2024-09-13, 2024-09, 2024FY … (default: the newest)");
  explain_verb->add_option("--part", explain.part, "a part of the whole: its code, or KEY=CODE");
  explain_verb->add_option("--format", explain_format, "text or json")
      ->check(CLI::IsMember({"text", "json"}));

  yokoten::ChartArguments chart;
  CLI::App* chart_verb = app.add_subcommand("chart", "draw a Vega-Lite specification as SVG");
  chart_verb->add_option("SPEC", chart.file, "SPEC.vl.json")->required();
  chart_verb
      ->add_option(
          "--width", chart.width,
          "px in place of the width in SPEC; of the whole picture where it says container (640)")
      ->check(CLI::Range(1, 10000));
  chart_verb->add_option("--theme", chart.theme, "light, dark or both")
      ->check(CLI::IsMember({"light", "dark", "both"}));

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    const int code = app.exit(problem, std::cout, std::cerr);
    return code == 0 ? yokoten::fine : yokoten::wrong_usage;
  }
  if (app.get_subcommands().empty()) {
    std::cerr << app.help();
    return yokoten::wrong_usage;
  }
  check.json = check_format == "json";
  build.json = build_format == "json";
  table.json = table_format == "json";
  explain.json = explain_format == "json";
  yokoten::Surroundings surroundings{home_folder(), language_of_locale(), quiet};
  if (!language_word.empty())
    surroundings.language = language_word == "ja" ? Language::ja : Language::en;
  yokoten::await_signals();
  const std::string subject = *new_verb       ? begun.folder
                              : *pull_verb    ? pull.folder
                              : *check_verb   ? check.folder
                              : *build_verb   ? build.folders.front()
                              : *diff_verb    ? diff.after
                              : *publish_verb ? publish.site
                              : *serve_verb   ? serve.folder
                              : *explain_verb ? explain.folder
                              : *table_verb   ? table.file
                                              : chart.file;
  const std::string no_memory = without_memory(subject, surroundings.language);
  yokoten::end_without_memory(no_memory);
  try {
    if (*new_verb) return flushed(yokoten::new_command(surroundings, begun));
    if (*pull_verb) return flushed(yokoten::pull_command(surroundings, pull));
    if (*check_verb) return flushed(yokoten::check_command(surroundings, check));
    if (*build_verb) return flushed(yokoten::build_command(surroundings, build));
    if (*diff_verb) return flushed(yokoten::diff_command(surroundings, diff));
    if (*publish_verb) return flushed(yokoten::publish_command(surroundings, publish));
    if (*serve_verb) return yokoten::serve_command(surroundings, serve);
    if (*explain_verb) return flushed(yokoten::explain_command(surroundings, explain));
    if (*table_verb) return flushed(yokoten::table_command(surroundings, table));
    return flushed(yokoten::chart_command(surroundings, chart));
  } catch (const std::bad_alloc&) {
    std::cerr << no_memory;
    return yokoten::failed;
  } catch (const std::exception& problem) {
    std::cerr << "yokoten: " << problem.what() << '\n';
    return yokoten::failed;
  }
}
