#pragma once

#include <string>
#include <vector>

#include "base/place.h"

namespace yokoten {

/// Exit codes of the program.
inline constexpr int fine = 0, failed = 1, wrong_usage = 2;

/// What all verbs share.
struct Surroundings {
  std::string home;  ///< folder with templates/ and data/areas/
  Language language = Language::en;
  bool quiet = false;  ///< nothing on standard error but findings and errors
};

struct NewArguments {
  std::string folder;  ///< or the .xlsx to make
  std::string kind = "national", prefecture;
  std::string from;  ///< folder or workbook that becomes the other spelling; empty: a new one
};
/// Begins a publication, or spells one the other way; what to do next on standard output.
int new_command(const Surroundings& surroundings, const NewArguments& arguments);

struct PullArguments {
  std::string folder;
  bool strict = false, check_only = false, update_lock = false;
};
/// A line a source on standard output, findings on standard error.
int pull_command(const Surroundings& surroundings, const PullArguments& arguments);

struct CheckArguments {
  std::string folder;
  bool json = false;
  bool work_list = false;      ///< print that instead of the findings
  std::string work_list_file;  ///< write it there too; empty for nowhere
  bool duty = false;           ///< print what has to be published instead
  std::string annotate;        ///< write the workbook there with its findings; empty for nowhere
};
/// Findings on standard output, or the work list of effect reports, or the publishing duties.
int check_command(const Surroundings& surroundings, const CheckArguments& arguments);

struct BuildArguments {
  std::vector<std::string> folders;
  std::string into;
  int jobs = 0;
  bool json = false;  ///< findings and the summary as JSON lines on standard output
  bool anew = false;  ///< also where nothing has changed
};
/// One site a folder; a failing one does not stop the others. Findings and a summary on standard
/// error, or as JSON on standard output.
int build_command(const Surroundings& surroundings, const BuildArguments& arguments);

struct ServeArguments {
  std::string folder;
  int port = 8080;
  std::string host = "127.0.0.1";  ///< others of the network reach it only where this says so
};
/// Shows the site, each page made when asked for, until the process is ended; makes it again when
/// the publication changes.
int serve_command(const Surroundings& surroundings, const ServeArguments& arguments);

struct DiffArguments {
  std::string before, after;    ///< built sites or publications
  std::string format = "text";  ///< text, markdown, json or html
  std::string redirects;        ///< written there for pages that have moved; empty for nowhere
  bool exit_code = false;       ///< a difference is an exit of 1
};
/// What is not the same on two sides, on standard output.
int diff_command(const Surroundings& surroundings, const DiffArguments& arguments);

struct PublishArguments {
  std::string site;
  std::string target;                 ///< a folder, NAME.zip, or a remote as rclone calls it
  std::vector<std::string> compress;  ///< gzip, brotli: beside each text the same, compressed
  bool headers = false;               ///< with `_headers`, for hosts that read it
  bool preview = false;               ///< NAME.zip opens by double-click
  bool rollback = false;              ///< make the site stand that stood there before
  std::string approval;  ///< file that names the hash of the site; empty: none is asked for
};
/// Copies a built site to where it is served from.
int publish_command(const Surroundings& surroundings, const PublishArguments& arguments);

struct TableArguments {
  std::string file;
  std::string from, sheet, encoding, header, skip, range, rows_at;  ///< as written, empty for none
  bool json = false, propose = false;
};
/// How a table's file is read, cell for cell, on standard output; what was found out about it on
/// standard error.
int table_command(const Surroundings& surroundings, const TableArguments& arguments);

struct ExplainArguments {
  std::string folder, indicator, area, period, part;  ///< the last two may be empty
  bool json = false;
};
/// How one figure came about, on standard output.
int explain_command(const Surroundings& surroundings, const ExplainArguments& arguments);

struct ChartArguments {
  std::string file, theme = "both";
  int width = 0;
};
/// The SVG of a Vega-Lite specification on standard output.
int chart_command(const Surroundings& surroundings, const ChartArguments& arguments);

/// `site/NAME/` for `…/NAME`.
std::string site_folder(const std::string& publication);

}  // namespace yokoten
