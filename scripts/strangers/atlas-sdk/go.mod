module atlas-sdk

go 1.22.0

require go.mongodb.org/atlas-sdk/v20241113005 v20241113005.0.0

require (
	github.com/mongodb-forks/digest v1.1.0 // indirect
	golang.org/x/oauth2 v0.25.0 // indirect
)
