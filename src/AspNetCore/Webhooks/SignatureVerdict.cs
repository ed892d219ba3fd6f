namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>The result of checking a webhook's signature.</summary>
internal enum SignatureVerdict
{
    /// <summary>The signature matches.</summary>
    Valid,

    /// <summary>
    /// A header that the scheme needs is missing, empty or present more than once.
    /// </summary>
    HeaderMissing,

    /// <summary>
    /// The id is empty, not visible ASCII, or contains the character that ends it in the signed
    /// text.
    /// </summary>
    IdMalformed,

    /// <summary>The timestamp is not a number of Unix seconds.</summary>
    TimestampMalformed,

    /// <summary>The timestamp is further from now than the tolerance.</summary>
    TimestampOutOfTolerance,

    /// <summary>No signature matches any key.</summary>
    Mismatch,
}
