#pragma once

#include <string>
#include <string_view>

#include "model/toml_reader.h"
#include "read/source_list.h"

namespace yokoten {

/// Keeps a heading that is to stand in the source's table; an empty one is none.
void name_heading(SourceText& out, const std::string& heading, const Place& place);

/// The text of `node`, which names a heading; another type and an empty one are reported.
std::string node_heading(const TomlNode& node, SourceText& out, Findings& findings);

/// Says that a heading is empty, which names no column; `key` is empty where it stands in a list.
void report_no_heading(std::string_view key, const Place& place, Findings& findings);

/// The text under `key`, which names a heading; empty when the key is not there.
std::string heading(TomlReader& reader, std::string_view key, SourceText& out);

/// `columns` and `breakdown`: names with their headings.
void read_measures(TomlReader& source, SourceText& out);
/// `unpivot`.
void read_unpivots(TomlReader& source, SourceText& out);
/// `printed`, `rank` and `lists`: what is printed and must come out again.
void read_printed(TomlReader& source, SourceText& out);
/// `group`: which rows of the file become one. Before `only`, whose columns are then the file's.
void read_group(TomlReader& source, SourceText& out);
/// What can't stand beside `group`.
void check_group(TomlReader& source, const SourceText& out);
/// `only`: which rows are read.
void read_only(TomlReader& source, SourceText& out);
/// `total_row` and `of_which`.
void read_row_rules(TomlReader& source, SourceText& out);
/// `insecure`, `headers`, `allow_hosts`, `expect` and `limits`: how the file is pulled.
void read_pull_rules(TomlReader& source, SourceText& out);
/// `query`, `parameters` and `null`: what a database is asked.
void read_query(TomlReader& source, SourceText& out);
/// `symbols` and `notes`.
void read_legend(TomlReader& source, SourceText& out);
/// `disclosure`: what must not show of its counts.
void read_disclosure(TomlReader& source, SourceText& out);
/// `office`: the column with numbers of care offices.
void read_office(TomlReader& source, SourceText& out);
/// `check`: levels of single checks.
void read_check_levels(TomlReader& source, SourceText& out);
/// `report` and `offices`: the columns of effect reports and of lists of subsidised offices.
void read_reports(TomlReader& source, SourceText& out);
/// Reports a part that this kind of source needs and does not have, or has and does not need.
void check_kind(const TomlNode* node, std::string_view key, bool wanted, SourceText& out,
                Findings& findings);
/// `framework`, `labels` and `shown`, which belong to one kind of source each.
void read_kind_parts(TomlReader& source, SourceText& out);

}  // namespace yokoten
