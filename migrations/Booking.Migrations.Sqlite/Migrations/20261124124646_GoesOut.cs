using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class GoesOut : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Messages_AppointmentId_Kind_Version",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_Key",
                table: "Messages");

            migrationBuilder.AddColumn<int>(
                name: "ToldBy",
                table: "Patients",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "After_ToldBy",
                table: "PatientMerges",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Before_ToldBy",
                table: "PatientMerges",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Channel",
                table: "Messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "EmailGoesInstead",
                table: "Messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "FollowsUpMissed",
                table: "BookingRules",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "PencePerPart",
                table: "BookingRules",
                type: "INTEGER",
                nullable: false,
                defaultValue: 4);

            migrationBuilder.CreateTable(
                name: "ReminderLeads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RulesId = table.Column<int>(type: "INTEGER", nullable: false),
                    HoursBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    TreatmentId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderLeads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReminderLeads_BookingRules_RulesId",
                        column: x => x.RulesId,
                        principalTable: "BookingRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReminderLeads_Treatments_TreatmentId",
                        column: x => x.TreatmentId,
                        principalTable: "Treatments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Templates",
                columns: table => new
                {
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Templates", x => new { x.Kind, x.Channel });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_AppointmentId_Kind_Version_HoursBefore_Channel",
                table: "Messages",
                columns: new[] { "AppointmentId", "Kind", "Version", "HoursBefore", "Channel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Key_Channel",
                table: "Messages",
                columns: new[] { "Key", "Channel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReminderLeads_RulesId",
                table: "ReminderLeads",
                column: "RulesId");

            migrationBuilder.CreateIndex(
                name: "IX_ReminderLeads_TreatmentId",
                table: "ReminderLeads",
                column: "TreatmentId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReminderLeads");

            migrationBuilder.DropTable(
                name: "Templates");

            migrationBuilder.DropIndex(
                name: "IX_Messages_AppointmentId_Kind_Version_HoursBefore_Channel",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_Key_Channel",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "ToldBy",
                table: "Patients");

            migrationBuilder.DropColumn(
                name: "After_ToldBy",
                table: "PatientMerges");

            migrationBuilder.DropColumn(
                name: "Before_ToldBy",
                table: "PatientMerges");

            migrationBuilder.DropColumn(
                name: "Channel",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "EmailGoesInstead",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "FollowsUpMissed",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "PencePerPart",
                table: "BookingRules");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_AppointmentId_Kind_Version",
                table: "Messages",
                columns: new[] { "AppointmentId", "Kind", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Key",
                table: "Messages",
                column: "Key",
                unique: true);
        }
    }
}
