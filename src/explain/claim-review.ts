import type { Reading } from '../reading/statement.ts';

const RATINGS = {
  supported: { ratingValue: 5, alternateName: 'Supported by the record' },
  contradicted: { ratingValue: 1, alternateName: 'Contradicted by the record' },
} as const;

/**
 * schema.org ClaimReview objects, one for each statement with a verdict. What is contested has no rating number, for none would
 * be true for everybody; what the record cannot judge has no review. The author is whoever publishes the review.
 */
export function claimReviews({ document, statements }: Reading, author?: string): readonly object[] {
  return statements.flatMap((statement, i) => {
    const { verdict, quote, correct, contestedBy, because, attribution, citations } = statement;
    if (verdict === 'unverifiable') return [];
    const rating =
      verdict === 'contested' ? { alternateName: 'Contested: depends on whose position' } : RATINGS[verdict];
    const body =
      correct?.text ??
      (contestedBy.length > 0
        ? contestedBy.map(({ positions, says }) => `${positions.join(', ')}: ${says}`).join(' ')
        : (because[0] ?? ''));
    return [
      {
        '@context': 'https://schema.org',
        '@type': 'ClaimReview',
        url: `#s${i + 1}`,
        claimReviewed: quote,
        reviewBody: body,
        citation: citations.map(({ symbol, url }) => url ?? symbol),
        ...(author !== undefined && { author: { '@type': 'Organization', name: author } }),
        itemReviewed: {
          '@type': 'Claim',
          ...(attribution !== null && { author: { '@type': 'Person', name: attribution.source } }),
          ...(document.published !== null && { datePublished: document.published }),
        },
        reviewRating: {
          '@type': 'Rating',
          ...(verdict === 'contested' ? {} : { bestRating: 5, worstRating: 1 }),
          ...rating,
        },
      },
    ];
  });
}
