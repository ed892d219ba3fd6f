using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>Customers as indexes know them: ids have no bound in length, and index entries have.</summary>
internal static class CustomerKeys
{
    /// <summary>Whether the policy in force suppresses: then rows keep whose follow-up they are.</summary>
    public static bool AreKept(IFollowUpPolicies? policies) => policies?.InForce.Suppression is not null;

    /// <summary>A customer among all. Two may share one: the id itself is compared too.</summary>
    public static long? OfCustomer(CompletedInteraction interaction) =>
        string.IsNullOrWhiteSpace(interaction.CustomerId) ? null : OfCustomer(interaction.CustomerId);

    public static long OfCustomer(string customerId) => Number(SHA256.HashData(Encoding.UTF8.GetBytes(customerId)));

    /// <summary>A customer under a policy and a question, in hex digits.</summary>
    public static string OfSuppression(SuppressionKey key) => Convert.ToHexStringLower(Hash(key));

    /// <summary>The same as a number, to lock by.</summary>
    public static long LockOf(SuppressionKey key) => Number(Hash(key));

    // With their lengths, so that no two triples run together.
    private static byte[] Hash(SuppressionKey key) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{key.CustomerId.Length}:{key.CustomerId}{key.Policy.Length}:{key.Policy}{key.Field}")));

    private static long Number(byte[] hash) => BinaryPrimitives.ReadInt64LittleEndian(hash);
}
