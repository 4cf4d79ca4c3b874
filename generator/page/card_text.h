#pragma once

#include <string>

#include "page/context.h"

namespace yokoten {

/// 47都道府県, or 公表された66市区町村.
std::string among_text(const Book& book, bool prefectures, int count);

/// How many areas like the figure's share its place: 3都道府県.
std::string tied_text(const Book& book, const Figure& figure, const Rank& rank);

/// Why a place says nothing: 47都道府県のうち、30都道府県が同じ値.
std::string no_place_text(const Book& book, const Figure& figure, const Rank& rank);

/// `ケアプランデータ連携システム 利用申請率` as HTML that breaks only between its words.
std::string breakable_html(const std::string& text);

/// 目標まで 48.0ポイント。 / 47都道府県で 1位。全国6.0%より 18.7ポイント高い。 HTML, may be empty.
std::string distance_html(const Context& context, const Figure& figure);

/// あと 20事業所の申請で基準の30%（102事業所）に届く。 HTML; for ratios with a goal.
std::string goal_html(const Context& context, const Figure& figure, const Decimal& goal);

/// How many of the denominator's units the goal needs, rounded up: 340 and 30 % need 102.
std::optional<Decimal> units_needed(const Figure& figure, const Decimal& goal);

}  // namespace yokoten
