#pragma once

#include <string>
#include <vector>

#include "page/book.h"

namespace yokoten {

/// What `{{ID.FIELD}}` can name; see page/pages.md.
const std::vector<std::string>& figure_fields();

/// The words of one field of a figure, plain text. `field` is one of figure_fields().
std::string field_text(const Book& book, const Figure& figure, const std::string& field);

/// How many points lie between two figures, without a sign, and which way: higher, lower, same.
/// "" where they cannot be compared.
std::string points_text(const Book& book, const Figure& a, const Figure& b);
std::string direction_text(const Book& book, const Figure& a, const Figure& b);

/// The words of `{{area.FIELD}}`, `{{indicator.FIELD}}`, `{{publication.FIELD}}` and
/// `{{tag.FIELD}}`.
const std::vector<std::string>& area_fields();
const std::vector<std::string>& indicator_fields();
const std::vector<std::string>& publication_fields();
const std::vector<std::string>& tag_fields();
std::string area_text(const Book& book, int area, const std::string& field);
std::string indicator_text(const Book& book, int indicator, const std::string& field);
std::string publication_text(const Book& book, const std::string& field);
/// Empty on pages without a tag.
std::string tag_text(const Book& book, const CaseTag* tag, const std::string& field);

/// The words of `{{release.FIELD}}`; empty on pages that are about no release.
const std::vector<std::string>& release_fields();
std::string release_text(const Book& book, const ReleaseChanges* release, const std::string& field);

}  // namespace yokoten
