/// \file stock_phrase_list.hpp
/// The stock phrases as they are written; `stock_phrase_table.hpp` says how to read them.
#pragma once

#include <array>
#include <string_view>

namespace storydiff {

/// Grouped by what they say; longer ones come of parts that overlap. Inflection is left to the stems: "speak" stands
/// for "speaking" as well, "spoke" and "spoken" are the ladder's.
inline constexpr auto kEnglishStockPhrases = std::to_array<std::string_view>({
    // Nobody answered.
    "not [immediately|] [respond|reply] to",
    "[respond|reply] to [a|an|the|our|repeated|several|multiple|] [request|email|message|call|question|inquiry]",
    "[request|email|message|call|question|inquiry] [for|seeking|asking for] [comment|information|an interview]",
    "not [immediately|] return [a|] [call|message|phone call|telephone call|email] [seeking|asking for|for|] "
    "[comment|]",
    "[not|be] [immediately|] [be|] [reached|contacted|available|reachable] for [comment|further comment]",
    "could not be [immediately|] [reached|contacted|independently verified|verified independently|verified|confirmed]",
    "decline to [comment|elaborate|say more|give details|provide details|be named|be identified|be interviewed]",
    "comment [further|on the matter|on the case|on the report]",
    "refuse to comment",
    "[have|had|has] no [immediate|further|] comment",
    "not [comment|commented] on [ongoing|pending|individual|specific] [case|investigation|litigation|matter]",
    // Who speaks, and where.
    "[speak|talk|] on [the|] condition of anonymity",
    "not [authorized|authorised] to [speak|talk|comment|brief]",
    "[speak|talk|comment] [publicly|to the media|to the press|to reporter|publicly to reporter]",
    "ask not to be [name|identified|quoted]",
    "people familiar with the [matter|situation|talk|plan|discussion]",
    "source familiar with the [matter|situation|talk|plan|discussion]",
    "[said|say|announce|wrote] in [a|an|the] [statement|interview|press release|news release|email|report]",
    "in [a|an|the] [brief|short|joint|separate|written|email|] [statement|interview|press release|news release]",
    "[told|tell] [reporter|journalist|the media|parliament|lawmaker]",
    "[told|at|hold|held] [a|the] [news|press] conference",
    "[news|press] conference",
    "in [a|an|the] [telephone|phone|television|tv|radio] interview",
    "in a post on [x|twitter|facebook|social media|telegram|instagram]",
    "[write|wrote] on [x|twitter|facebook|social media|telegram|instagram]",
    "on the [sideline|margin] of",
    // What is not known yet.
    "[it was|it is|] not immediately clear [how|what|whether|if|who|why|when|how many|]",
    "there [was|were] no immediate [comment|word|response|report|claim of responsibility]",
    "no [one|group] [has|have|had|] [immediately|] [claim|claimed] responsibility",
    "[remain|remains] to be seen",
    "[remain|is|was] under investigation",
    "the investigation [is|was] [ongoing|continuing]",
    "investigation into the [cause|incident|matter]",
    "the cause of the [fire|crash|accident|incident|explosion|blast]",
    "cause [is|was|remain] [not|not immediately|] [unknown|known|clear|unclear]",
    "[more|further] details [were|are|was] not [immediately|] available",
    "this is a [developing|breaking] [story|news story]",
    // Police, courts, hospitals.
    "[anyone|anybody] with [any|] information [is|was|should|to] [asked|urged|call|contact] [to|] [call|contact|]",
    "[police|officer|detective] are appealing for [witness|information]",
    "pronounced dead at the [scene|hospital]",
    "[taken|rushed|transported|airlifted] to [a|the|] [nearby|local|] hospital",
    "[non-life-threatening|life-threatening] injuries",
    "[plead|pleaded] not guilty [to|] [all|the|] [charge|count|]",
    "[deny|denied] [any|all|] [wrongdoing|the allegation|the charge|the accusation|allegation of wrongdoing]",
    // What spokespeople say.
    "our [thought|heart|] and prayer [are|go out|be] [with|to] the [victim|family|families]",
    "our [thought|heart|condolence] [are|go out] [with|to] the [victim|family|families]",
    "safety [of our passenger|of our customer|of our staff|of our employee|] is our [top|number one|first|highest] "
    "priority",
    "cooperate fully with [the|] [authority|authorities|investigator|investigation|police]",
    "take [these|this|such|all] [allegation|matter|issue|report] [very|extremely|] seriously",
    // Time and amount.
    "for the first time [since|in|ever]",
    "earlier [this|that|in the] [week|month|year|day|decade]",
    "later [this|that|in the] [week|month|year|day]",
    "[last|next|this|past] [week|month|year|weekend|decade]",
    "[in|over|during|for] [recent|the past|the last] [day|week|month|year|decade|few day|few week|few month|few year]",
    "[so far|] this year",
    "since the [beginning|start] of the [year|month|war|week]",
    "at the [end|beginning|start] of the [year|month|week|day]",
    "at the same time",
    "on the other hand",
    "one of the world [large|big|most|lead]",
    "[around|across] the world",
    "the rest of the world",
    "[member|part] of the public",
});

}  // namespace storydiff
