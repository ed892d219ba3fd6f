using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

public sealed class CustomerKeysTests
{
    [TestCase(null, false)]
    [TestCase("", false)]
    [TestCase(" \t", false)]
    [TestCase("c", true)]
    public void OfCustomer_Blank_IsNoCustomer(string? customerId, bool isOne) =>
        Assert.That(CustomerKeys.OfCustomer(Given.Interaction("i") with { CustomerId = customerId }).HasValue, Is.EqualTo(isOne));
}
